namespace ElastAlert.Core.Tests.RuleTypes.Any;

public sealed class AnyRuleTypeTests
{
    [Fact]
    public void Evaluate_TiesAndLateDocuments_MatchInTheOrderInWhichTheyCome()
    {
        var rule = new RuleTypeSubject("any", "{}");

        rule.Feed("5 a", "5 b", "9 c").Should().Equal("a", "b", "c");
        rule.Feed("1 late", "5 d").Should().Equal("late", "d");
        rule.End(10).Should().BeEmpty();
    }
}
