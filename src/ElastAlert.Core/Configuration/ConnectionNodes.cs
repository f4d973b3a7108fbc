using System.Globalization;

namespace ElastAlert.Configuration;

/// <summary>Reads the nodes of a cluster: <c>es_hosts</c> where there is one, else <c>es_host</c> and <c>es_port</c>.</summary>
internal static class ConnectionNodes
{
    public static IReadOnlyList<Uri> Read(OptionReader reader, string host)
    {
        var port = Port(reader);
        var key = reader.Value("es_hosts") is { IsFalsy: false } ? "es_hosts" : "es_host";
        var names = key == "es_hosts" ? reader.Texts(key) : host.Length > 0 ? [host] : [];
        if (names.Count == 0)
            reader.Error("es_host", "names no host.", "Name the host of the cluster.");
        var scheme = reader.Flag("use_ssl") ? "https" : "http";
        var prefix = reader.TextOrNothing("es_url_prefix") ?? "";
        return [.. names.Select(name => Node(reader, key, name, scheme, port, prefix)).OfType<Uri>()];
    }

    public static Uri WithoutUser(Uri node) => new UriBuilder(node) { UserName = "", Password = "" }.Uri;

    /// <summary>Returns the user and password that the first node's URL carries, or <see langword="null"/>.</summary>
    public static (string User, string Password)? User(IReadOnlyList<Uri> nodes)
    {
        var parts = nodes[0].UserInfo.Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : null;
    }

    public static string HostName(string host, IReadOnlyList<Uri> nodes) =>
        host.Length > 0 && !host.Contains("://", StringComparison.Ordinal) ? host : nodes[0].Host;

    private static Uri? Node(OptionReader reader, string key, string name, string scheme, int port, string prefix)
    {
        if (Parsed(name, scheme, port) is { } node)
            return node.AbsolutePath == "/" ? new UriBuilder(node) { Path = Path(prefix) }.Uri : new UriBuilder(node) { Path = Path(node.AbsolutePath) }.Uri;
        reader.Error(key, "names a host that is none.", "Write host, host:port, or a URL.");
        return null;
    }

    private static Uri? Parsed(string name, string scheme, int port)
    {
        if (name.Contains("://", StringComparison.Ordinal))
            return Uri.TryCreate(name, UriKind.Absolute, out var url) ? (IsPortGiven(name) || url.Scheme == "https" ? url : new UriBuilder(url) { Port = port }.Uri) : null;
        var isAddress = name.Count(static letter => letter == ':') > 1 && !name.StartsWith('[');
        var hostAndPort = isAddress ? $"[{name}]" : name;
        if (hostAndPort.LastIndexOf(':') <= hostAndPort.LastIndexOf(']'))
            hostAndPort += ":" + port.ToString(CultureInfo.InvariantCulture);
        return Uri.TryCreate($"{scheme}://{hostAndPort}", UriKind.Absolute, out var node) ? node : null;
    }

    private static bool IsPortGiven(string url)
    {
        var authority = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/')[0];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        return authority.LastIndexOf(':') > authority.LastIndexOf(']');
    }

    private static string Path(string prefix) => prefix.Trim('/') is { Length: > 0 } path ? path + "/" : "";

    private static int Port(OptionReader reader)
    {
        if (reader.Value("es_port") is not { Kind: not OptionKind.Null } value)
            return 9200;
        var text = value.Value is double real && double.IsInteger(real) ? ((long)real).ToString(CultureInfo.InvariantCulture) : Convert.ToString(value.Value, CultureInfo.InvariantCulture);
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536)
            return port;
        reader.Problems.Error(value.Location, "es_port", $"must be a port, was {ValueText.Of("es_port", value)}.", "Write a number from 1 to 65535.");
        return 9200;
    }
}
