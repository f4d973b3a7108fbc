using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Values;

public sealed class StrptimeTests
{
    [Theory]
    [InlineData("%Y-%m-%d %H:%M:%S.%f", "2024-01-01 12:00:00.123", "2024-01-01T12:00:00.123+00:00")]
    [InlineData("%Y-%m-%dT%H:%M:%SZ", "2024-01-01T12:00:00Z", "2024-01-01T12:00:00+00:00")]
    [InlineData("%Y-%m-%dT%H:%M:%S%z", "2024-01-01T12:00:00+0530", "2024-01-01T12:00:00+05:30")]
    [InlineData("%Y-%m-%dT%H:%M:%S%z", "2024-01-01T12:00:00-05:30", "2024-01-01T12:00:00-05:30")]
    [InlineData("%Y-%m-%dT%H:%M:%S%z", "2024-01-01T12:00:00Z", "2024-01-01T12:00:00+00:00")]
    [InlineData("%d/%b/%Y:%H:%M:%S", "07/Feb/2024:01:02:03", "2024-02-07T01:02:03+00:00")]
    [InlineData("%d %B %y", "7 february 24", "2024-02-07T00:00:00+00:00")]
    [InlineData("%Y %j", "2024 032", "2024-02-01T00:00:00+00:00")]
    [InlineData("%I:%M %p", "12:30 am", "1900-01-01T00:30:00+00:00")]
    [InlineData("%I:%M %p", "12:30 PM", "1900-01-01T12:30:00+00:00")]
    public void TryParse_Directives_AreReadAsPythonDoes(string pattern, string text, string expected)
    {
        Strptime.TryParse(pattern, text, out var moment).Should().BeTrue();

        moment.Should().Be(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("%Y-%m-%d", "2024-01-01T")]
    [InlineData("%Y-%m-%d", "24-01-01")]
    [InlineData("%Y-%m-%d", "2024-02-30")]
    [InlineData("%H:%M", "24:00")]
    [InlineData("%Y", "")]
    [InlineData("%Q", "x")]
    [InlineData("%z", "0300")]
    public void TryParse_OtherText_IsRefused(string pattern, string text)
    {
        Strptime.TryParse(pattern, text, out _).Should().BeFalse();
    }
}
