using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Is one page of hits; everything it holds is valid until it is disposed.</summary>
/// <param name="answer">The answer.</param>
/// <param name="seen">The places of its hits that a page before had.</param>
internal sealed class SearchPage(HitAnswer answer, IReadOnlySet<int> seen) : IDisposable
{
    /// <summary>Gets the answer without its hits.</summary>
    public JsonElement Root => answer.Root;

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

    /// <summary>Reads the hits that no page before had, once; those that come together are valid until the next ones are asked for.</summary>
    public IEnumerable<IReadOnlyList<JsonElement>> ReadHits()
    {
        var place = 0;
        foreach (var chunk in answer.Chunks)
        {
            using (chunk)
            using (var parsed = chunk.Parse())
            {
                var hits = new List<JsonElement>(chunk.Count);
                foreach (var hit in parsed.RootElement.EnumerateArray())
                {
                    if (!seen.Contains(place++))
                        hits.Add(hit);
                }

                yield return hits;
            }
        }
    }

    /// <summary>Returns the number of hits that an answer names, in both notations.</summary>
    public static long TotalOf(JsonElement answer)
    {
        if (!answer.TryGetProperty("hits", out var hits) || !hits.TryGetProperty("total", out var total))
            return 0;
        return total.ValueKind == JsonValueKind.Object ? total.GetProperty("value").GetInt64() : total.GetInt64();
    }

    public void Dispose() => answer.Dispose();
}
