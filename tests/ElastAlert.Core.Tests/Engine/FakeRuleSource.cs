namespace ElastAlert.Core.Tests.Engine;

/// <summary>Supplies what a test says.</summary>
internal sealed class FakeRuleSource(params IReadOnlyList<Rule> rules) : IRuleSource
{
    public RuleSet Set { get; set; } = new(rules, []);

    public Task<RuleSet> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(Set);
}
