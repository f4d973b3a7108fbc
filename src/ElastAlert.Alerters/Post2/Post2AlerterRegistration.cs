using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Post2;

/// <summary>Registers the <c>post2</c> alerter.</summary>
internal static class Post2AlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<Post2AlerterOptions>
    {
        Name = "post2",
        Service = "HTTP POST 2",
        RequiredOptions = ["http_post2_url"],
        Read = Post2AlerterOptions.Read,
        Describe = static entry => new AlertInfo("http_post2").WithHosts("http_post2_webhook_url", entry, "http_post2_url"),
        Create = static (_, options, sender) => new Post2Alerter(options, sender),
    }.Build();
}
