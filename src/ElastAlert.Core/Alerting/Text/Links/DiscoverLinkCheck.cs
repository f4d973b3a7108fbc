namespace ElastAlert.Alerting.Text.Links;

/// <summary>Checks what rules say about links when they are loaded.</summary>
internal static class DiscoverLinkCheck
{
    /// <summary>Warns of links that a rule wants and that cannot be made.</summary>
    public static IEnumerable<RuleProblem> Check(Rule rule)
    {
        foreach (var product in (string[])["kibana", "opensearch"])
        {
            var key = $"generate_{product}_discover_url";
            if (!rule.Options.Flag(key))
                continue;
            foreach (var needed in (string[])[$"{product}_discover_app_url", $"{product}_discover_index_pattern_id"])
            {
                if (string.IsNullOrEmpty(rule.Options.Text(needed)))
                    yield return Missing(rule, key, needed);
            }
        }
    }

    private static RuleProblem Missing(Rule rule, string key, string needed) =>
        new(RuleProblemSeverity.Warning, rule.Options[key].Location, $"needs {needed}: alerts carry no link.") { Rule = rule.Name, Key = key, Cure = $"Add {needed}." };
}
