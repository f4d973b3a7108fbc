using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Sockets;

namespace ElastAlert.Alerters.Gelf;

/// <summary>Holds the options of the <c>gelf</c> alerter.</summary>
internal sealed class GelfAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets how messages travel: <c>http</c>, <c>tcp</c> or <c>udp</c>.</summary>
    public string Type { get; init; } = "http";

    /// <summary>Gets the address for <c>http</c>.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>Gets further headers for <c>http</c>.</summary>
    public OptionMap HttpHeaders { get; init; } = OptionMap.Empty;

    /// <summary>Gets the input for <c>tcp</c> and <c>udp</c>.</summary>
    public SocketService Input { get; init; } = new("The GELF input", "", 0);

    /// <summary>Gets the version of the format.</summary>
    /// <value>The default is <c>1.1</c>.</value>
    public string Version { get; init; } = "1.1";

    /// <summary>Gets the level, from 0 to 7.</summary>
    /// <value>The default is 5, notice.</value>
    public int LogLevel { get; init; } = 5;

    /// <summary>Gets what messages say: names, and the members of a match that hold the values.</summary>
    public OptionMap Payload { get; init; } = OptionMap.Empty;

    /// <summary>Gets how the address for <c>http</c> is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static GelfAlerterOptions Read(AlerterOptionReader reader)
    {
        var type = reader.Choice("gelf_type", "http", "http", "tcp", "udp");
        var http = AlerterHttpOptions.Read(reader, "gelf_") with { IgnoreSslErrors = reader.Flag("gelf_http_ignore_ssl_errors") };
        foreach (var option in type == "http" ? (string[])["gelf_endpoint"] : ["gelf_host", "gelf_port"])
        {
            if (reader.Value(option) is null)
                reader.Error("gelf_type", $"is {type}, but {option} is missing.", $"Add {option}.");
        }

        return new GelfAlerterOptions
        {
            Type = type,
            Endpoint = type == "http" ? reader.Url("gelf_endpoint") : "",
            HttpHeaders = reader.Map("gelf_http_headers"),
            Input = InputOf(reader, type, http),
            Version = reader.Text("gelf_version", "1.1"),
            LogLevel = reader.Number("gelf_log_level", 5, 0, 7),
            Payload = reader.Map("gelf_payload"),
            Http = http,
        };
    }

    private static SocketService InputOf(AlerterOptionReader reader, string type, AlerterHttpOptions http)
    {
        var input = new SocketService("The GELF input", reader.Text("gelf_host", ""), reader.Number("gelf_port", 12201, 1, 65535)) { Timeout = http.Timeout };
        if (reader.Value("gelf_ca_cert") is null or { IsFalsy: true } || type == "http")
            return input;
        if (type == "tcp")
            return input.WithTls("gelf_ca_cert", http.CaCerts);
        reader.Warn("gelf_ca_cert", "has no effect with udp, which is not encrypted.", "Use tcp, or remove it.");
        return input;
    }
}
