namespace ElastAlert.Engine.Rules;

/// <summary>
/// Compares the rules that run with those that were loaded (engine.md 2.12; Q24 to Q27 are mended): equal rules keep running, changed ones
/// restart, and a file that does not load keeps its last good rules while every other change takes effect.
/// </summary>
internal static class RuleSetComparison
{
    /// <summary>Compares.</summary>
    /// <param name="running">The rules that run, or stopped by themselves.</param>
    /// <param name="loaded">What was loaded.</param>
    public static RuleChange Compare(IReadOnlyCollection<Rule> running, RuleSet loaded)
    {
        var broken = loaded.Problems.Where(static problem => problem.Severity == RuleProblemSeverity.Error)
            .Select(static problem => problem.Location.File).ToHashSet(StringComparer.Ordinal);
        var enabled = loaded.Rules.Where(static rule => rule.IsEnabled).ToDictionary(static rule => rule.Name, StringComparer.Ordinal);
        var byName = loaded.Rules.Select(static rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        var kept = running
            .Where(rule => enabled.TryGetValue(rule.Name, out var now)
                ? AreEqual(rule, now)
                : !byName.Contains(rule.Name) && broken.Contains(rule.Source.File))
            .Select(static rule => rule.Name)
            .ToHashSet(StringComparer.Ordinal);
        return new RuleChange(
            [.. running.Select(static rule => rule.Name).Where(name => !kept.Contains(name))],
            [.. enabled.Values.Where(rule => !kept.Contains(rule.Name)).OrderBy(static rule => rule.Name, StringComparer.Ordinal)],
            [.. loaded.Rules.Where(static rule => !rule.IsEnabled)]);
    }

    private static bool AreEqual(Rule left, Rule right) =>
        left.Fingerprint.Length > 0 ? left.Fingerprint == right.Fingerprint : ReferenceEquals(left, right);
}
