namespace ElastAlert.Core.Tests.RuleTypes.Change;

public sealed class ChangeRuleTypeTests
{
    private const string Plain = """{ "compare_key": "v", "query_key": "k", "ignore_null": true }""";
    private const string Aged = """{ "compare_key": "v", "query_key": "k", "ignore_null": true, "timeframe": { "seconds": 5 } }""";

    [Fact]
    public void Evaluate_LateDocument_IsComparedInTheOrderOfArrival()
    {
        var rule = new RuleTypeSubject("change", Plain);

        rule.Feed("10 first a 1").Should().BeEmpty();
        rule.Feed("5 late a 2").Should().Equal("late");
        rule.Feed("11 back a 1").Should().Equal("back");
    }

    [Fact]
    public void Evaluate_LateDocumentWithTimeframe_PassesAndMakesTheKeyOlder()
    {
        // A negative age is within any timeframe (CHG-4), and the late document is the last accepted one (CHG-3).
        var rule = new RuleTypeSubject("change", Aged);
        rule.Feed("10 first a 1");

        rule.Feed("4 late a 2").Should().Equal("late");
        rule.Feed("9.000001 tooOld a 1").Should().BeEmpty();
        rule.Feed("14.000001 edge a 2").Should().Equal("edge");
    }

    [Fact]
    public void Evaluate_Ties_ChangeOneAfterTheOther()
    {
        var rule = new RuleTypeSubject("change", Aged);

        rule.Feed("3 a a 1", "3 b a 2", "3 c a 2", "3 d a 1").Should().Equal("b", "d");
    }

    [Fact]
    public void Evaluate_KeysThatComeBack_AreComparedWithTheirOwnPast()
    {
        var rule = new RuleTypeSubject("change", Plain);
        rule.Feed("1 a a 1", "1 b b 1", "1 c - 1");

        rule.End(1_000_000);

        rule.Feed("2000000 d a 2", "2000000 e b 1", "2000000 f - 3").Should().Equal("d", "f");
    }
}
