using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.WorkWechat;

/// <summary>Registers the <c>workwechat</c> alerter.</summary>
internal static class WorkWechatAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<WorkWechatAlerterOptions>
    {
        Name = "workwechat",
        Service = "WeCom",
        RequiredOptions = ["work_wechat_bot_id"],
        KnownOptions = ["work_wechat_timeout", "work_wechat_proxy", "work_wechat_ca_certs", "work_wechat_ignore_ssl_errors", "work_wechat_proxy_login", "work_wechat_proxy_pass"],
        Read = WorkWechatAlerterOptions.Read,
        Describe = static _ => new AlertInfo("workwechat"),
        Create = static (_, options, sender) => new WorkWechatAlerter(options, sender),
    }.Build();
}
