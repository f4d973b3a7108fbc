using System.Text.Json.Nodes;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Says whether and how the links to the documents of an alert are attached to a chat message.</summary>
/// <param name="Kibana">The link to Kibana.</param>
/// <param name="OpenSearch">The link to OpenSearch Dashboards.</param>
internal sealed record DiscoverLinkOptions(LinkOptions Kibana, LinkOptions OpenSearch)
{
    /// <summary>Gets no links.</summary>
    public static DiscoverLinkOptions None { get; } = new(LinkOptions.None, LinkOptions.None);

    /// <summary>Reads <c>PREFIX_attach_kibana_discover_url</c> and its like.</summary>
    /// <param name="reader">The options.</param>
    /// <param name="prefix">The prefix without its underscore.</param>
    /// <param name="openSearchTitle">The default title of the link to OpenSearch Dashboards.</param>
    public static DiscoverLinkOptions Read(AlerterOptionReader reader, string prefix, string openSearchTitle = "Discover in opensearch") => new(
        LinkOptions.Read(reader, prefix, "kibana_discover", "Discover in Kibana"),
        LinkOptions.Read(reader, prefix, "opensearch_discover", openSearchTitle));

    /// <summary>Adds the links to the attachments of a message where they are wanted and there are any.</summary>
    public void AddTo(JsonArray attachments, Alert alert)
    {
        Kibana.AddTo(attachments, alert.Kibana());
        OpenSearch.AddTo(attachments, alert.OpenSearch());
    }
}
