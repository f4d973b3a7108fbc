namespace ElastAlert.Alerters.Http;

/// <summary>Keeps secrets out of messages.</summary>
internal static class Secrets
{
    private const int ShortestSecret = 4;

    /// <summary>Returns scheme and host of an address: the rest of webhooks is secret.</summary>
    public static string Host(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) ? $"{uri.Scheme}://{uri.Authority[(uri.Authority.LastIndexOf('@') + 1)..]}" : "an address that is no URL";

    /// <summary>Returns a text in which nothing of a request's address, headers and secrets stands any more.</summary>
    public static string Redact(string text, HttpCall call) => Redact(text, Of(call));

    /// <summary>Returns a text in which no secret stands any more.</summary>
    public static string Redact(string text, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets.Where(static secret => secret.Length >= ShortestSecret).OrderByDescending(static secret => secret.Length))
            text = text.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private static IEnumerable<string> Of(HttpCall call)
    {
        foreach (var secret in call.Secrets)
        {
            yield return secret;
            yield return Uri.EscapeDataString(secret);
        }

        foreach (var (name, value) in call.Headers.Where(static header => !header.Key.Equals("Accept", StringComparison.OrdinalIgnoreCase)))
        {
            yield return value;
            yield return value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        }

        if (!Uri.TryCreate(call.Url, UriKind.Absolute, out var url))
            yield break;
        yield return call.Url;
        yield return url.PathAndQuery;
        yield return url.UserInfo;
        foreach (var part in url.PathAndQuery.Split('/', '?', '&', '=').Where(static part => part.Length >= 8))
            yield return part;
    }
}
