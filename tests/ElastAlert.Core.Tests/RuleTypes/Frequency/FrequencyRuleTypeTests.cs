namespace ElastAlert.Core.Tests.RuleTypes.Frequency;

public sealed class FrequencyRuleTypeTests
{
    private const string Three = """{ "num_events": 3, "timeframe": { "seconds": 10 }, "query_key": "k" }""";

    [Theory]
    [InlineData("10", false)]
    [InlineData("10.000001", true)]
    [InlineData("19.999999", true)]
    public void Evaluate_LateDocument_CountsWhileItIsYoungerThanTheTimeframe(string second, bool matches)
    {
        var rule = new RuleTypeSubject("frequency", Three);
        rule.Feed("15 a a", "20 newest a").Should().BeEmpty();

        rule.Feed($"{second} late a").Should().Equal(matches ? ["newest"] : []);
    }

    [Fact]
    public void Evaluate_OutOfOrderWithinAPage_CountsAsInOrder()
    {
        var rule = new RuleTypeSubject("frequency", Three);

        rule.Feed("9 c a", "1 a a", "5 b a").Should().Equal("c");
    }

    [Fact]
    public void Evaluate_Ties_MatchIsTheOneThatCameLast()
    {
        var rule = new RuleTypeSubject("frequency", Three);
        rule.Feed("5 a a", "5 b a");

        rule.Feed("5 c a").Should().Equal("c");
    }

    [Fact]
    public void Evaluate_LateDocumentCompletesTies_MatchIsTheNewestThatCameLast()
    {
        var rule = new RuleTypeSubject("frequency", Three);
        rule.Feed("5 a a", "5 b a");

        rule.Feed("4 late a").Should().Equal("b");
    }

    [Fact]
    public void Evaluate_WindowOfOneEvent_EveryDocumentMatchesTheLateOnesToo()
    {
        var rule = new RuleTypeSubject("frequency", """{ "num_events": 1, "timeframe": { "seconds": 10 } }""");

        rule.Feed("50 a", "50 b", "1 late").Should().Equal("a", "b", "late");
        rule.End(60);
        rule.Feed("0 later").Should().Equal("later");
    }

    [Fact]
    public void Evaluate_ShortestTimeframe_HoldsTiesOnly()
    {
        var rule = new RuleTypeSubject("frequency", """{ "num_events": 2, "timeframe": { "milliseconds": 0.001 } }""");

        rule.Feed("1 a", "1.000001 b").Should().BeEmpty();
        rule.Feed("1.000001 c").Should().Equal("c");
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(15.000001, false)]
    public void Evaluate_KeyWithoutEventsForTheTimeframe_IsForgottenAtTheEndOfAWindow(double end, bool isRemembered)
    {
        var rule = new RuleTypeSubject("frequency", Three);
        rule.Feed("4 a a", "5 b a");

        rule.End(end).Should().BeEmpty();

        rule.Feed("5 late a").Should().Equal(isRemembered ? ["late"] : []);
    }

    [Fact]
    public void Evaluate_AfterAMatch_TheKeyBeginsFromNothingAndOthersGoOn()
    {
        var rule = new RuleTypeSubject("frequency", Three);

        rule.Feed("1 a a", "1 b b", "2 c a", "2 d b", "3 e a", "4 f a", "5 g a", "6 h b").Should().Equal("e", "h");
        rule.Feed("6 i a").Should().Equal("i");
    }
}
