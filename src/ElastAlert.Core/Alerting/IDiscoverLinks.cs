namespace ElastAlert.Alerting;

/// <summary>Makes the links that the first match of an alert carries (engine.md 5.6).</summary>
internal interface IDiscoverLinks
{
    /// <summary>Returns the members to be added, such as <c>kibana_discover_url</c>; a link that fails is left out or is the long one (Q58).</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="match">The match.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    ValueTask<IReadOnlyList<KeyValuePair<string, string>>> CreateAsync(Rule rule, RuleMatch match, CancellationToken cancellationToken);
}
