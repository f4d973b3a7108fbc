using System.Text;

namespace ElastAlert.Search.Aws;

/// <summary>Is what a signature covers: method, address, chosen headers, and the hash of the body.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">The path and query as they are sent.</param>
/// <param name="Headers">The headers that are signed, with their names in lower case.</param>
/// <param name="BodyHash">The hash of the body.</param>
internal sealed record AwsSignedRequest(
    string Method, string PathAndQuery, IReadOnlyList<KeyValuePair<string, string>> Headers, string BodyHash)
{
    /// <summary>Gets the names of the signed headers.</summary>
    public string SignedHeaders { get; } = string.Join(';', Headers.Select(header => header.Key).Order(StringComparer.Ordinal));

    /// <summary>Returns the canonical form.</summary>
    public string Canonical()
    {
        var question = PathAndQuery.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? PathAndQuery : PathAndQuery[..question];
        var query = question < 0 ? "" : PathAndQuery[(question + 1)..];
        return $"{Method}\n{CanonicalPath(path)}\n{CanonicalQuery(query)}\n{CanonicalHeaders()}\n{SignedHeaders}\n{BodyHash}";
    }

    // Every service but S3 signs the path as it is sent, encoded once more.
    private static string CanonicalPath(string path) =>
        path.Length == 0 ? "/" : string.Join('/', path.Split('/').Select(Encode));

    private static string CanonicalQuery(string query)
    {
        if (query.Length == 0)
            return "";
        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: EncodeOnce(pair[0]), Value: pair.Length > 1 ? EncodeOnce(pair[1]) : ""));
        return string.Join('&', pairs.OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));
    }

    private string CanonicalHeaders()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Headers.OrderBy(header => header.Key, StringComparer.Ordinal))
            text.Append(name).Append(':').Append(string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Append('\n');
        return text.ToString();
    }

    private static string EncodeOnce(string text) => Encode(Uri.UnescapeDataString(text));

    private static string Encode(string text) => Uri.EscapeDataString(text);
}
