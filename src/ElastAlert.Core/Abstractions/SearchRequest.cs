namespace ElastAlert;

/// <summary>Is one request to a search cluster.</summary>
/// <param name="Method">The HTTP method, such as <c>POST</c>.</param>
/// <param name="Path">The path with its query, beginning with a slash and escaped: <c>/logs-*/_search?size=0</c>.</param>
public sealed record SearchRequest(string Method, string Path)
{
    /// <summary>Gets the body in UTF-8, empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets the type of the body.</summary>
    /// <value>The default is <c>application/json</c>; bulk requests use <c>application/x-ndjson</c>.</value>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Gets whether sending the request twice has the same effect as sending it once, so that it may be retried.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IsIdempotent { get; init; } = true;
}
