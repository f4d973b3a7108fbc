using System.Globalization;

namespace ElastAlert.Querying;

/// <summary>Cuts the texts of query errors to the length that records hold (engine.md 3.9).</summary>
internal static class QueryErrorText
{
    private const int Longest = 1024;

    /// <summary>Returns the text, and instead of what is beyond 1,024 characters their number.</summary>
    public static string Cut(string text) => text.Length <= Longest
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, Longest)}... ({text.Length - Longest} characters removed)");
}
