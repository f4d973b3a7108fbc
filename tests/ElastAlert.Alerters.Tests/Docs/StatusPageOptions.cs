namespace ElastAlert.Alerters.Tests.Docs;

/// <summary>Sets up the alerter: in YAML <c>status_page_url</c>, <c>status_page_token</c> and <c>status_page_component</c>.</summary>
public sealed class StatusPageOptions
{
    public Uri StatusPageUrl { get; set; } = new("https://status.example.org/incidents");

    public string StatusPageToken { get; set; } = "";

    public string StatusPageComponent { get; set; } = "website";
}
