using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Alerting.Text.Links;

/// <summary>Makes the links to Kibana and to OpenSearch Dashboards that rules ask for.</summary>
/// <param name="environment">Finds environment variables, which addresses may name.</param>
/// <param name="kibanaClient">Returns what calls Kibana, with or without verifying its certificate.</param>
/// <param name="logger">Where a link that cannot be shortened is noted.</param>
internal sealed partial class DiscoverLinks(Func<string, string?> environment, Func<bool, HttpClient> kibanaClient, ILogger logger) : IDiscoverLinks
{
    /// <summary>The name of the HTTP client that calls Kibana.</summary>
    public const string ClientName = "elastalert.kibana";

    /// <summary>The name of the HTTP client that calls Kibana without verifying its certificate.</summary>
    public const string UnverifiedClientName = "elastalert.kibana.unverified";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<KeyValuePair<string, string>>> CreateAsync(Rule rule, RuleMatch match, CancellationToken cancellationToken)
    {
        var links = new List<KeyValuePair<string, string>>();
        if (DiscoverSettings.Read(rule, "kibana", environment) is { } kibana)
            links.Add(new("kibana_discover_url", await KibanaAsync(rule, match, kibana, cancellationToken).ConfigureAwait(false)));
        if (DiscoverSettings.Read(rule, "opensearch", environment) is { } openSearch)
            links.Add(new("opensearch_discover_url", UrlJoin.Resolve(openSearch.BaseUrl, OpenSearchLink.Relative(rule, match, openSearch))));
        return links;
    }

    private async Task<string> KibanaAsync(Rule rule, RuleMatch match, DiscoverSettings settings, CancellationToken cancellationToken)
    {
        var relative = KibanaLink.Relative(rule, match, settings);
        if (rule.Options.Flag("shorten_kibana_discover_url"))
        {
            try
            {
                var client = kibanaClient(rule.Options.Flag("kibana_verify_certs", defaultValue: true));
                return await new KibanaShortener(client, rule.Options).ShortenAsync(relative, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is HttpRequestException or JsonException or InvalidOperationException or UriFormatException or TaskCanceledException
                && !cancellationToken.IsCancellationRequested)
            {
                // The long link serves as well (Q58).
                LogNotShortened(rule.Name, exception.Message);
            }
        }

        var absolute = UrlJoin.Resolve(settings.BaseUrl, relative);
        return rule.Options.Text("kibana_discover_security_tenant") is { Length: > 0 } tenant ? UrlJoin.WithQuery(absolute, "security_tenant", tenant) : absolute;
    }

    [LoggerMessage(EventId = 341, Level = LogLevel.Warning, Message = "Rule {RuleName}: Kibana did not shorten a link, so the alert has the long one: {Reason}")]
    private partial void LogNotShortened(string ruleName, string reason);
}
