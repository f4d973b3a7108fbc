namespace ElastAlert.Core.Tests.RuleTypes.Flatline;

public sealed class FlatlineRuleTypeTests
{
    private const string Two = """{ "threshold": 2, "timeframe": { "seconds": 10 } }""";
    private const string PerKey = """{ "threshold": 1, "timeframe": { "seconds": 10 }, "query_key": "k", "forget_keys": true }""";

    [Theory]
    [InlineData("0", true)]
    [InlineData("0.000001", false)]
    [InlineData("5", false)]
    public void Evaluate_LateDocument_CountsWhileItIsYoungerThanTheTimeframe(string second, bool matches)
    {
        var rule = new RuleTypeSubject("flatline", Two);
        rule.End(0);
        rule.Feed("5 a").Should().BeEmpty();
        rule.Feed($"{second} late").Should().BeEmpty();

        rule.End(10).Should().Equal(matches ? ["10 all"] : []);
    }

    [Fact]
    public void Evaluate_Ties_CountEach()
    {
        var rule = new RuleTypeSubject("flatline", Two);
        rule.End(0);
        rule.Feed("5 a", "5 b");

        rule.End(14.999999).Should().BeEmpty();
        rule.End(15).Should().Equal("15 all");
    }

    [Fact]
    public void Evaluate_WindowOfOneEvent_MatchesOnceItIsAsOldAsTheTimeframe()
    {
        var rule = new RuleTypeSubject("flatline", """{ "threshold": 1, "timeframe": { "seconds": 10 } }""");
        rule.End(0);
        rule.Feed("3 a");

        rule.End(12.999999).Should().BeEmpty();
        rule.End(13).Should().Equal("13 all");
    }

    [Fact]
    public void Evaluate_DocumentsOutOfOrder_TheKeyOfTheLastOneIsJudged()
    {
        // FLAT-1: of a page, the key of the last document is checked at once, at its newest event; the others wait for the end of the window.
        var rule = new RuleTypeSubject("flatline", """{ "threshold": 3, "timeframe": { "seconds": 10 }, "query_key": "k" }""");
        rule.Feed("0 a a", "0 b b");
        rule.End(0);

        rule.Feed("12 c b", "11 d a").Should().Equal("d");
        rule.End(12).Should().Equal("12 a", "12 b");
    }

    [Fact]
    public void Evaluate_DocumentsInPortions_TheKeyOfTheLastOneOfAllIsJudgedAtTheEndOfTheWindow()
    {
        var rule = new RuleTypeSubject("flatline", """{ "threshold": 3, "timeframe": { "seconds": 10 }, "query_key": "k" }""");
        rule.Feed("0 a a", "0 b b");
        rule.End(0);

        rule.FeedPortion("12 c b").Should().BeEmpty();
        rule.FeedPortion("13 d a").Should().BeEmpty();
        rule.End(14).Should().Equal("d", "14 a", "14 b");
        rule.End(15).Should().Equal("15 a", "15 b");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("-")]
    public void Evaluate_RestartAfterAPortion_TheKeyOfTheLastDocumentIsJudgedAsWithout(string key)
    {
        var rule = new RuleTypeSubject("flatline", """{ "threshold": 3, "timeframe": { "seconds": 10 }, "query_key": "k" }""");
        rule.Feed($"0 a {key}", "0 b b");
        rule.End(0);

        rule.FeedPortion("12 c b", $"13 d {key}").Should().BeEmpty();
        rule.Restart();
        rule.End(14).Should().HaveCount(3).And.HaveElementAt(0, "d");
    }

    [Fact]
    public void Evaluate_ForgottenKey_IsWatchedAgainFromItsNextEventLateOrNot()
    {
        var rule = new RuleTypeSubject("flatline", PerKey);
        rule.Feed("0 a a");
        rule.End(0);
        rule.End(10).Should().Equal("10 a");
        rule.End(100).Should().BeEmpty();

        rule.Feed("50 late a").Should().BeEmpty();

        rule.End(105).Should().Equal("105 a");
        rule.End(200).Should().BeEmpty();
    }

    [Fact]
    public void Evaluate_KeysThatComeAndGo_AreEachWatchedFromTheirOwnBeginning()
    {
        var rule = new RuleTypeSubject("flatline", """{ "threshold": 1, "timeframe": { "seconds": 10 }, "query_key": "k" }""");
        rule.Feed("0 a a");
        rule.End(0);
        rule.Feed("8 b b");
        rule.End(8).Should().BeEmpty();

        rule.End(10).Should().Equal("10 a");
        rule.End(18).Should().Equal("18 a", "18 b");
        rule.Feed("19 c a").Should().BeEmpty();
        rule.End(20).Should().Equal("20 b");
    }
}
