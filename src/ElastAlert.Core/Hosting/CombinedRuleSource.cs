namespace ElastAlert.Hosting;

/// <summary>Supplies the rules of several sources together.</summary>
internal sealed class CombinedRuleSource(IReadOnlyList<IRuleSource> sources) : IRuleSource
{
    public async Task<RuleSet> LoadAsync(CancellationToken cancellationToken)
    {
        var sets = new List<RuleSet>(sources.Count);
        foreach (var source in sources)
            sets.Add(await source.LoadAsync(cancellationToken).ConfigureAwait(false));
        var problems = sets.SelectMany(static set => set.Problems).ToList();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var rules = new List<Rule>();
        foreach (var rule in sets.SelectMany(static set => set.Rules))
        {
            if (names.Add(rule.Name))
                rules.Add(rule);
            else
                problems.Add(Duplicate(rule));
        }

        return new RuleSet(rules, problems) { Unsupported = [.. sets.SelectMany(static set => set.Unsupported)] };
    }

    private static RuleProblem Duplicate(Rule rule) =>
        new(RuleProblemSeverity.Error, rule.Source, "there is another rule of this name.") { Rule = rule.Name, Key = "name", Cure = "Give it a name of its own." };
}
