namespace ElastAlert.Search;

/// <summary>Writes the paths of requests.</summary>
internal static class SearchPath
{
    /// <summary>Returns <c>/index/endpoint</c>, with the index expression escaped; its commas and wildcards stay readable.</summary>
    public static string Of(string index, string endpoint) => $"/{Escape(index)}/{endpoint}";

    /// <summary>Escapes a list or pattern for a path or query.</summary>
    public static string Escape(string text) =>
        Uri.EscapeDataString(text).Replace("%2C", ",", StringComparison.Ordinal).Replace("%2A", "*", StringComparison.Ordinal);
}
