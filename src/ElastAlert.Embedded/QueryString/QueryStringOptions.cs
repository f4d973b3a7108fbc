using ElastAlert.Embedded.Dates;

namespace ElastAlert.Embedded.QueryString;

/// <summary>Holds what a query_string query says besides the text.</summary>
internal sealed record QueryStringOptions(IReadOnlyList<string> Fields, DateTimeOffset Now)
{
    /// <summary>Gets whether clauses without an operator must all match.</summary>
    public bool NeedsAll { get; init; }

    /// <summary>Gets whether a text that a field cannot hold matches nothing instead of being an error.</summary>
    public bool IsLenient { get; init; }

    /// <summary>Gets whether unquoted words must stand one after the other.</summary>
    public bool IsPhrase { get; init; }

    /// <summary>Gets whether the beginning of a word is split into words before it is searched.</summary>
    public bool AnalyzesWildcards { get; init; }

    public TimeZoneInfo Zone { get; init; } = Zones.Find("Z");
}
