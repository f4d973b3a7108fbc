using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Post;

/// <summary>Registers the <c>post</c> alerter.</summary>
internal static class PostAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<PostAlerterOptions>
    {
        Name = "post",
        Service = "HTTP POST",
        RequiredOptions = ["http_post_url"],
        Read = PostAlerterOptions.Read,
        Describe = static entry => new AlertInfo("http_post").WithHosts("http_post_webhook_url", entry, "http_post_url"),
        Create = static (_, options, sender) => new PostAlerter(options, sender),
    }.Build();
}
