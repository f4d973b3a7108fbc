using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Yzj;

/// <summary>Registers the <c>yzj</c> alerter.</summary>
internal static class YzjAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<YzjAlerterOptions>
    {
        Name = "yzj",
        Service = "Yunzhijia",
        RequiredOptions = ["yzj_token"],
        KnownOptions = ["yzj_timeout", "yzj_ca_certs", "yzj_ignore_ssl_errors"],
        Read = YzjAlerterOptions.Read,
        Describe = static _ => new AlertInfo("yzj"),
        Create = static (_, options, sender) => new YzjAlerter(options, sender),
    }.Build();
}
