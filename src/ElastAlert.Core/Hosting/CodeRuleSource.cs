using ElastAlert.Configuration;

namespace ElastAlert.Hosting;

/// <summary>Supplies the rules that a host wrote in code.</summary>
internal sealed class CodeRuleSource(IReadOnlyList<OptionMap> rules, RuleReader reader) : IRuleSource
{
    public Task<RuleSet> LoadAsync(CancellationToken cancellationToken)
    {
        var results = rules.Select(rule => reader.Read(rule, RuleBuilder.Place, isFile: false)).ToList();
        return Task.FromResult(new RuleSet(
            [.. results.Where(static result => result is { Rule: not null, IsUnsupported: false }).Select(static result => result.Rule!)],
            [.. results.SelectMany(static result => result.Problems)])
        {
            Unsupported = [.. results.Where(static result => result is { Rule: not null, IsUnsupported: true }).Select(static result => result.Rule!)],
        });
    }
}
