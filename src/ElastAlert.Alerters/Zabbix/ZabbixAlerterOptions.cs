using ElastAlert.Alerters.Sockets;

namespace ElastAlert.Alerters.Zabbix;

/// <summary>Holds the options of the <c>zabbix</c> alerter.</summary>
internal sealed class ZabbixAlerterOptions
{
    /// <summary>Gets the server or proxy that takes values.</summary>
    public SocketService Server { get; init; } = new("The Zabbix server", "localhost", 10051);

    /// <summary>Gets the host that values belong to, or the path of the field that names it.</summary>
    public string Host { get; init; } = "";

    /// <summary>Gets whether <see cref="Host"/> is the path of a field.</summary>
    public bool HostFromField { get; init; }

    /// <summary>Gets the key of the item.</summary>
    public string Key { get; init; } = "";

    /// <summary>Reads the options and finds their problems.</summary>
    public static ZabbixAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        Server = new SocketService("The Zabbix server", reader.Text("zbx_sender_host", "localhost"), reader.Number("zbx_sender_port", 10051, 1, 65535))
        {
            Timeout = TimeSpan.FromSeconds(10),
        },
        Host = reader.Text("zbx_host", ""),
        HostFromField = reader.Flag("zbx_host_from_field"),
        Key = reader.Text("zbx_key", ""),
    };
}
