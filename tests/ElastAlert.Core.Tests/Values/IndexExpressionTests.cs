using ElastAlert.Core.Tests.Querying;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Values;

[Trait("Category", "EngineVectors")]
public sealed class IndexExpressionTests
{
    [Theory]
    [InlineData("2024-01-02T12:34Z", "2024-01-02T16:15Z", "logs-2024.01.02")]
    [InlineData("2024-01-02T23:50Z", "2024-01-03T00:00Z", "logs-2024.01.02,logs-2024.01.03")]
    [InlineData("2024-01-01T12:00Z", "2024-01-03T01:00Z", "logs-2024.01.01,logs-2024.01.02,logs-2024.01.03")]
    [InlineData("2024-01-02T00:00Z", "2024-01-02T10:00Z", "logs-2024.01.02,logs-2024.01.03")]
    [InlineData("2024-01-02T01:00+03:00", "2024-01-02T02:00+03:00", "logs-2024.01.01")]
    public void For_T42_DailyPattern_NamesEachDay(string start, string end, string expected)
    {
        Expand("logs-%Y.%m.%d", start, end).Should().Be(expected);
    }

    [Theory]
    [InlineData("%Y.%m", "2024-01-31T23:00Z", "2024-02-01T01:00Z", false, "2024.01,2024.02")]
    [InlineData("l-%m.%d.%H", "2024-01-02T12:34Z", "2024-01-02T14:05Z", false, "l-01.02.12,l-01.02.13,l-01.02.14")]
    [InlineData("%m.%d.%H", "2023-12-01T22:53Z", "2023-12-02T00:10Z", true, "12.01.21,12.01.22,12.01.23,12.02.00")]
    [InlineData("logs-%Y.%m.%d", "2024-01-02T12:00Z", "2024-01-02T13:00Z", true, "logs-2024.01.01,logs-2024.01.02")]
    [InlineData("static", "2024-01-02T12:00Z", "2024-01-02T13:00Z", false, "static")]
    public void For_T42_OtherPatterns_AreNamedByPeriod(string pattern, string start, string end, bool extra, string expected)
    {
        Expand(pattern, start, end, extra).Should().Be(expected);
    }

    [Fact]
    public void For_T42_PeriodBeforeOfNoPattern_IsAnError()
    {
        var expand = () => Expand("static", "2024-01-02T12:00Z", "2024-01-02T13:00Z", extra: true);

        expand.Should().Throw<SearchException>().WithMessage("search_extra_index needs a date pattern as index, and static is none.");
    }

    [Fact]
    public void For_NoPattern_IsAsWritten()
    {
        IndexExpression.For(new RuleQuery { Index = "a-%Y,b-*" }, default).Should().Be("a-%Y,b-*");
    }

    private static string Expand(string pattern, string start, string end, bool extra = false) => IndexExpression.For(
        new RuleQuery { Index = pattern, UseStrftimeIndex = true, SearchExtraIndex = extra }, TestRule.Window(start, end));
}
