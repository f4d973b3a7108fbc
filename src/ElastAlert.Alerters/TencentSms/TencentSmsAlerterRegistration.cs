using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.TencentSms;

/// <summary>Registers the <c>tencent_sms</c> alerter.</summary>
internal static class TencentSmsAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<TencentSmsAlerterOptions>
    {
        Name = "tencent_sms",
        Service = "Tencent SMS",
        RequiredOptions = ["tencent_sms_secret_id", "tencent_sms_secret_key", "tencent_sms_sdk_appid", "tencent_sms_to_number", "tencent_sms_template_id"],
        KnownOptions = ["tencent_sms_timeout", "tencent_sms_proxy", "tencent_sms_proxy_login", "tencent_sms_proxy_pass", "tencent_sms_ca_certs", "tencent_sms_ignore_ssl_errors"],
        Read = TencentSmsAlerterOptions.Read,
        Describe = static entry => new AlertInfo("tencent sms").WithTexts("to_number", entry, "tencent_sms_to_number"),
        Create = static (_, options, sender) => new TencentSmsAlerter(options, sender),
    }.Build();
}
