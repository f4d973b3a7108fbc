using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Is one page of hits; everything it holds is valid until it is disposed.</summary>
internal sealed class SearchPage(SearchAnswer answer, IReadOnlyList<JsonElement> hits) : IDisposable
{
    /// <summary>Gets the answer.</summary>
    public JsonElement Root => answer.Root;

    /// <summary>Gets the hits that no page before had.</summary>
    public IReadOnlyList<JsonElement> Hits => hits;

    /// <summary>Gets the number of the page, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Gets the number of hits of all pages, exactly, as the first page said.</summary>
    public long Total { get; init; }

    /// <summary>Gets what the page lacks, or null when it is complete.</summary>
    public PartialAnswer? Partial { get; init; }

    /// <summary>Gets whether no page follows.</summary>
    public bool IsLast { get; init; }

    /// <summary>Gets whether more hits exist that are not read because of the limit on pages.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>Returns the hits of an answer.</summary>
    public static List<JsonElement> HitsOf(JsonElement answer) =>
        answer.TryGetProperty("hits", out var outer) && outer.TryGetProperty("hits", out var hits) ? [.. hits.EnumerateArray()] : [];

    /// <summary>Returns the number of hits that an answer names, in both notations.</summary>
    public static long TotalOf(JsonElement answer)
    {
        if (!answer.TryGetProperty("hits", out var hits) || !hits.TryGetProperty("total", out var total))
            return 0;
        return total.ValueKind == JsonValueKind.Object ? total.GetProperty("value").GetInt64() : total.GetInt64();
    }

    public void Dispose() => answer.Dispose();
}
