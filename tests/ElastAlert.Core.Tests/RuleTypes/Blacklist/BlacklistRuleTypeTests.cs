namespace ElastAlert.Core.Tests.RuleTypes.Blacklist;

public sealed class BlacklistRuleTypeTests
{
    [Fact]
    public void Evaluate_TiesAndLateDocuments_AreJudgedEachByItself()
    {
        var rule = new RuleTypeSubject("blacklist", """{ "compare_key": "k", "blacklist": ["bad"] }""");

        rule.Feed("5 a bad", "5 b good", "5 c bad").Should().Equal("a", "c");
        rule.Feed("1 late bad", "1 other good").Should().Equal("late");
        rule.End(10).Should().BeEmpty();
    }

    [Fact]
    public void Evaluate_VeryManyListedValues_FindsExactlyThose()
    {
        var listed = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"{2 * number}\""));
        var rule = new RuleTypeSubject("blacklist", $$"""{ "compare_key": "k", "blacklist": [{{listed}}] }""");

        rule.Feed("1 even 199998", "1 odd 199999", "1 above 200000").Should().Equal("even");
    }
}
