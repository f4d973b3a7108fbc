using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.DingTalk;

/// <summary>Registers the <c>dingtalk</c> alerter.</summary>
internal static class DingTalkAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<DingTalkAlerterOptions>
    {
        Name = "dingtalk",
        Service = "DingTalk",
        RequiredOptions = ["dingtalk_access_token"],
        KnownOptions = ["dingtalk_timeout", "dingtalk_ca_certs", "dingtalk_ignore_ssl_errors"],
        Read = DingTalkAlerterOptions.Read,
        Describe = static _ => new AlertInfo("dingtalk"),
        Create = static (_, options, sender) => new DingTalkAlerter(options, sender),
    }.Build();
}
