using ElastAlert.Alerting.Enhancements;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Alerting.Enhancements;

public sealed class TimeEnhancementTests
{
    [Theory]
    [InlineData("""{"@timestamp":"2024-05-01T10:20:30.5Z","a":1}""", """{"@timestamp":"2024-05-01 10:20 UTC","a":1}""")]
    [InlineData("""{"@timestamp":"soon"}""", """{"@timestamp":"soon"}""")]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    public async Task Enhance_AMatch_ShowsItsTimeAsPeopleReadIt(string fields, string expected)
    {
        var rule = Some.Rule();
        var enhancement = new TimeEnhancement(rule.Timestamp with { LocalTimeZone = TimeZoneInfo.Utc, UseLocalTime = false, PrettyFormat = "%H" });
        var match = new RuleMatch { Fields = Document.Parse(fields), Timestamp = DateTimeOffset.UnixEpoch };

        var enhanced = await enhancement.EnhanceAsync(match, rule, TestContext.Current.CancellationToken);

        enhanced!.Fields.ToString().Should().Be(expected);
    }
}
