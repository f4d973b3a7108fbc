using ElastAlert.Alerters.Sockets;

namespace ElastAlert.Alerters.Zabbix;

/// <summary>Registers the <c>zabbix</c> alerter.</summary>
internal static class ZabbixAlerterRegistration
{
    public static AlerterRegistration Create() => new()
    {
        Name = "zabbix",
        RequiredOptions = ["zbx_host", "zbx_key"],
        Validate = OptionProblems.Of(ZabbixAlerterOptions.Read),
        Describe = static _ => new AlertInfo("zabbix Alerter").Members,
        Create = static context =>
            new ZabbixAlerter(ZabbixAlerterOptions.Read(context.Reader()), SocketSender.Of(context), context.Logger()),
    };
}
