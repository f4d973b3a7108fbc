using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Lark;

/// <summary>Registers the <c>lark</c> alerter.</summary>
internal static class LarkAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<LarkAlerterOptions>
    {
        Name = "lark",
        Service = "Lark",
        RequiredOptions = ["lark_bot_id"],
        KnownOptions = ["lark_timeout", "lark_proxy", "lark_ca_certs", "lark_ignore_ssl_errors", "lark_proxy_login", "lark_proxy_pass"],
        Read = LarkAlerterOptions.Read,
        Describe = static _ => new AlertInfo("lark"),
        Create = static (_, options, sender) => new LarkAlerter(options, sender),
    }.Build();
}
