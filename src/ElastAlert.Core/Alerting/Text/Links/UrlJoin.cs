using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Links;

/// <summary>Puts addresses together letter by letter, where <see cref="Uri"/> would change how they are escaped.</summary>
internal static class UrlJoin
{
    /// <summary>Resolves an address against a base; the last segment of the base counts only when a slash ends it.</summary>
    public static string Resolve(string baseUrl, string address)
    {
        if (baseUrl.Length == 0 || address.Contains("://", StringComparison.Ordinal) && address.IndexOf("://", StringComparison.Ordinal) < PathEnd(address))
            return address;
        if (address.Length == 0)
            return baseUrl;
        var (root, path) = Split(baseUrl);
        if (address.StartsWith('/'))
            return root + address;
        var folder = path[..(path.LastIndexOf('/') + 1)];
        return $"{root}{(folder.Length == 0 && root.Length > 0 ? "/" : folder)}{address}";
    }

    /// <summary>Adds a value to the query of an address, before its fragment.</summary>
    public static string WithQuery(string address, string name, string value)
    {
        var end = address.IndexOf('#', StringComparison.Ordinal) is var mark and >= 0 ? mark : address.Length;
        var separator = address.AsSpan(0, end).Contains('?') ? '&' : '?';
        return $"{address[..end]}{separator}{name}={UrlText.Quote(value, inQuery: true)}{address[end..]}";
    }

    private static (string Root, string Path) Split(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var pathStart = scheme < 0 ? 0 : url.AsSpan(scheme + 3).IndexOfAny('/', '?', '#') is var index and >= 0 ? index + scheme + 3 : url.Length;
        return (url[..pathStart], url[pathStart..PathEnd(url)]);
    }

    private static int PathEnd(string url) => url.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : url.Length;
}
