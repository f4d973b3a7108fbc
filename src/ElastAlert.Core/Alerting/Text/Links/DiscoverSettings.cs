namespace ElastAlert.Alerting.Text.Links;

/// <summary>Is what a rule says about links to Kibana or OpenSearch Dashboards: the same options with another prefix.</summary>
/// <param name="AppUrl">The address of the page, relative to <paramref name="BaseUrl"/>.</param>
/// <param name="IndexPattern">The id of the index pattern.</param>
/// <param name="BaseUrl">The address of the product, or empty.</param>
/// <param name="Columns">The columns that are shown.</param>
/// <param name="Before">How long before the match the shown span begins.</param>
/// <param name="After">How long after the match it ends.</param>
internal sealed record DiscoverSettings(
    string AppUrl, string IndexPattern, string BaseUrl, IReadOnlyList<string> Columns, TimeSpan Before, TimeSpan After)
{
    private static readonly TimeSpan DefaultSpan = TimeSpan.FromMinutes(10);

    /// <summary>Reads the settings; <see langword="null"/> when the rule wants no link or lacks what one needs.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="product"><c>kibana</c> or <c>opensearch</c>.</param>
    /// <param name="environment">Finds environment variables, which the address of the page may name.</param>
    public static DiscoverSettings? Read(Rule rule, string product, Func<string, string?> environment)
    {
        var options = rule.Options;
        if (!options.Flag($"generate_{product}_discover_url")
            || options.Text($"{product}_discover_app_url") is not { Length: > 0 } appUrl
            || options.Text($"{product}_discover_index_pattern_id") is not { Length: > 0 } indexPattern)
        {
            return null;
        }

        var span = rule.Schedule.Timeframe ?? DefaultSpan;
        return new DiscoverSettings(
            EnvironmentReferences.Expand(appUrl, environment),
            indexPattern,
            options.Text($"{product}_url") ?? "",
            options.Texts($"{product}_discover_columns") is { Count: > 0 } columns ? columns : ["_source"],
            DurationOption.Read(options, $"{product}_discover_from_timedelta") ?? span,
            DurationOption.Read(options, $"{product}_discover_to_timedelta") ?? span);
    }
}
