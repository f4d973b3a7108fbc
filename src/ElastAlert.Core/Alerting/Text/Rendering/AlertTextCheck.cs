namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Checks the texts of a rule when it is loaded: what cannot be read is an error there, not a lost text at three in the morning.</summary>
internal static class AlertTextCheck
{
    /// <summary>Returns what is wrong with the texts of all entries of a rule; the same mistake of several entries once.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="catalog">The alerters, whose texts may differ.</param>
    public static IEnumerable<RuleProblem> Check(Rule rule, ExtensionCatalog catalog) => rule.Alerters
        .SelectMany(entry => Check(rule, entry, ProfileOf(entry, catalog)))
        .Distinct();

    /// <summary>Returns how the texts of the alerter of an entry differ from the common ones.</summary>
    public static AlertTextProfile ProfileOf(AlerterEntry entry, ExtensionCatalog catalog) =>
        catalog.TryGetAlerter(entry.Name, out var alerter) ? alerter.TextProfile : AlertTextProfile.Default;

    private static IEnumerable<RuleProblem> Check(Rule rule, AlerterEntry entry, AlertTextProfile profile)
    {
        foreach (var problem in AlertRenderer.Check(rule, entry, profile))
        {
            var location = entry.Options.TryGetValue(problem.Option, out var value) ? value.Location : rule.Source;
            yield return new RuleProblem(problem.IsFatal ? RuleProblemSeverity.Error : RuleProblemSeverity.Warning, location, problem.Message)
            {
                Rule = rule.Name,
                Key = problem.Option,
                Cure = problem.Cure,
            };
        }
    }
}
