using System.Text;
using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Turns answers that are no use into exceptions that say what, where, and what to do.</summary>
internal static class SearchFailure
{
    private const int LongestQuote = 200;

    /// <summary>Explains an answer with a status other than success.</summary>
    public static SearchException Refused(SearchResponse response, ReadOnlyMemory<byte> body) =>
        new($"HTTP {response.StatusCode}: {Reason(response, body)}{Cure(response.StatusCode)}")
        {
            StatusCode = response.StatusCode,
            IsTransient = response.StatusCode is 408 or 429 or >= 500,
            RetryAfter = response.RetryAfter,
        };

    /// <summary>Explains an answer with status success that is not a JSON text.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="beginning">What it begins with.</param>
    /// <param name="length">The number of bytes that came.</param>
    /// <param name="cause">What the parser says.</param>
    public static SearchException NotJson(SearchResponse response, ReadOnlyMemory<byte> beginning, long length, JsonException cause)
    {
        var text = length == 0
            ? "The answer is empty."
            : IsJsonBegun(beginning.Span)
                ? $"The answer ends in the middle, after {length} bytes: the connection, or a proxy between, cut it off."
                : $"The answer is {response.ContentType ?? "something"}, not JSON: is something other than a search server at this address? "
                    + $"It begins: {Quote(beginning.Span)}";
        return new SearchException(text, cause) { StatusCode = response.StatusCode, IsTransient = true };
    }

    private static string Reason(SearchResponse response, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return ServerReason.Of(document.RootElement) ?? Quote(body.Span);
        }
        catch (JsonException)
        {
            return body.Length == 0 ? "no reason given" : $"{response.ContentType ?? "an answer"} that is not JSON: {Quote(body.Span)}";
        }
    }

    private static string Cure(int status) => status switch
    {
        401 => " (check the user and password, API key or token)",
        403 => " (the user, key or token lacks a privilege)",
        407 => " (a proxy wants credentials)",
        413 => " (the server limits the size of requests: http.max_content_length)",
        429 => " (the server is overloaded)",
        _ => "",
    };

    private static bool IsJsonBegun(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static string Quote(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestQuote * 4)]);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuote ? line : line[..LongestQuote] + "...";
    }
}
