namespace ElastAlert.Core.Tests.RuleTypes.Whitelist;

public sealed class WhitelistRuleTypeTests
{
    [Fact]
    public void Evaluate_TiesAndLateDocuments_AreJudgedEachByItself()
    {
        var rule = new RuleTypeSubject("whitelist", """{ "compare_key": "k", "whitelist": ["good"], "ignore_null": true }""");

        rule.Feed("5 a bad", "5 b good", "5 c -").Should().Equal("a");
        rule.Feed("1 late bad").Should().Equal("late");
        rule.End(10).Should().BeEmpty();
    }
}
