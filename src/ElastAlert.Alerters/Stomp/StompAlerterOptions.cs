using ElastAlert.Alerters.Sockets;

namespace ElastAlert.Alerters.Stomp;

/// <summary>Holds the options of the <c>stomp</c> alerter.</summary>
internal sealed class StompAlerterOptions
{
    /// <summary>Gets the broker.</summary>
    public SocketService Broker { get; init; } = new("The message broker", "", 61613);

    /// <summary>Gets the user.</summary>
    public string Login { get; init; } = "";

    /// <summary>Gets the password.</summary>
    public string Password { get; init; } = "";

    /// <summary>Gets the queue or topic.</summary>
    /// <value>The default is <c>/queue/ALERT</c>.</value>
    public string Destination { get; init; } = "/queue/ALERT";

    /// <summary>Reads the options and finds their problems.</summary>
    public static StompAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        Broker = BrokerOf(reader),
        Login = Line(reader, "stomp_login"),
        Password = Line(reader, "stomp_password"),
        Destination = reader.Text("stomp_destination", "/queue/ALERT"),
    };

    private static SocketService BrokerOf(AlerterOptionReader reader)
    {
        var broker = new SocketService("The message broker", reader.Text("stomp_hostname", ""), Port(reader))
        {
            Timeout = reader.Seconds("stomp_timeout", TimeSpan.FromSeconds(30)),
        };
        return reader.Flag("stomp_ssl")
            ? broker.WithTls("stomp_ca_certs", reader.Text("stomp_ca_certs"), verifies: !reader.Flag("stomp_ignore_ssl_errors"))
            : broker;
    }

    private static int Port(AlerterOptionReader reader)
    {
        var text = reader.Text("stomp_hostport", "61613");
        if (ushort.TryParse(text, out var port) && port > 0)
            return port;
        reader.Error("stomp_hostport", "must be a port from 1 to 65535.", "Correct the value.");
        return 61613;
    }

    // The frame that opens a connection has no way to write a line end.
    private static string Line(AlerterOptionReader reader, string key)
    {
        var text = reader.Text(key, "");
        if (text.AsSpan().IndexOfAny('\r', '\n') >= 0)
            reader.Error(key, "must stand on one line.", "Remove the line end.");
        return text;
    }
}
