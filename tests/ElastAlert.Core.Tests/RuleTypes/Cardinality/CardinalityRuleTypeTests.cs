namespace ElastAlert.Core.Tests.RuleTypes.Cardinality;

public sealed class CardinalityRuleTypeTests
{
    private const string AtMostTwo = """{ "cardinality_field": "v", "timeframe": { "seconds": 10 }, "max_cardinality": 2, "query_key": "k" }""";
    private const string AtLeastTwo = """{ "cardinality_field": "v", "timeframe": { "seconds": 10 }, "min_cardinality": 2, "query_key": "k" }""";

    [Fact]
    public void Evaluate_LateDocument_MakesItsValueOlder()
    {
        // CARD-3: at 12 the value 1 was last seen at 1, since the late document came after the one at 10.
        var rule = new RuleTypeSubject("cardinality", AtMostTwo);
        rule.Feed("10 a a 1", "11 b a 2");

        rule.Feed("1 late a 1").Should().BeEmpty();

        rule.Feed("12 c a 3").Should().BeEmpty();
        rule.Feed("13 d a 4").Should().Equal("d");
    }

    [Theory]
    [InlineData("11", true)]
    [InlineData("11.000001", false)]
    public void Evaluate_ValueAsOldAsTheTimeframe_StillCounts(string second, bool matches)
    {
        var rule = new RuleTypeSubject("cardinality", AtMostTwo);
        rule.Feed("1 a a 1", "2 b a 2");

        rule.Feed($"{second} c a 3").Should().Equal(matches ? ["c"] : []);
    }

    [Fact]
    public void Evaluate_Ties_CountAsTheyCome()
    {
        var rule = new RuleTypeSubject("cardinality", AtMostTwo);

        rule.Feed("5 a a 1", "5 b a 2", "5 c a 2", "5 d a 3", "5 e a 1").Should().Equal("d", "e");
    }

    [Fact]
    public void Evaluate_WindowOfOneEvent_ExceedsAMaximumOfNothing()
    {
        var rule = new RuleTypeSubject("cardinality", """{ "cardinality_field": "v", "timeframe": { "seconds": 10 }, "max_cardinality": 0 }""");

        rule.Feed("1 a - 1", "2 b -", "3 c - 2").Should().Equal("a", "c");
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(11.000001, true)]
    public void Evaluate_Minimum_IsJudgedMoreThanATimeframeAfterTheFirstDocument(double second, bool matches)
    {
        var rule = new RuleTypeSubject("cardinality", AtLeastTwo);
        rule.Feed("1 a a 1");

        rule.End(second).Should().HaveCount(matches ? 1 : 0);
    }

    [Fact]
    public void Evaluate_KeyThatWentAway_MatchesItsMinimumOnceAndBeginsAnew()
    {
        var rule = new RuleTypeSubject("cardinality", AtLeastTwo);
        rule.Feed("0 a a 1", "0 b a 2", "9 c b 1");
        rule.End(9).Should().BeEmpty();

        rule.End(20).Should().Equal("20 a", "20 b");
        rule.End(100).Should().BeEmpty();

        rule.Feed("101 d a 3").Should().BeEmpty();
        rule.End(111).Should().BeEmpty();
        rule.End(112).Should().Equal("112 a");
    }
}
