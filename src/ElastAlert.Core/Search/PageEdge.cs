using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Is how far a search was read: the last value of the sort field, and the documents with that value that were read.</summary>
internal sealed class PageEdge
{
    private readonly HashSet<(string Id, string Index)> _seen;

    private PageEdge(string sortValue, HashSet<(string, string)> seen)
    {
        SortValue = sortValue;
        _seen = seen;
    }

    /// <summary>Gets the value of the sort field, as the server wrote it.</summary>
    public string SortValue { get; }

    /// <summary>Returns the edge after a page.</summary>
    /// <param name="before">The edge before the page, or null for the first page.</param>
    /// <param name="hits">The hits of the page, at least one.</param>
    public static PageEdge After(PageEdge? before, IReadOnlyList<JsonElement> hits)
    {
        var value = SortValueOf(hits[^1]);
        var seen = before is not null && before.IsAt(hits[^1]) ? before._seen : [];
        for (var at = hits.Count - 1; at >= 0 && SortValueOf(hits[at]).SequenceEqual(value); at--)
            seen.Add(KeyOf(hits[at]));
        return new PageEdge(Encoding.UTF8.GetString(value), seen);
    }

    /// <summary>Returns whether a hit has the last value of the sort field.</summary>
    public bool IsAt(JsonElement hit) => Encoding.UTF8.GetString(SortValueOf(hit)) == SortValue;

    /// <summary>Returns the hits that were not read before; those that were stand at the beginning of a page.</summary>
    public List<JsonElement> LeaveOutSeen(List<JsonElement> hits)
    {
        var end = hits.FindIndex(hit => !IsAt(hit));
        if (end == 0)
            return hits;
        var tied = end < 0 ? hits : hits[..end];
        var unseen = tied.Where(hit => !_seen.Contains(KeyOf(hit))).ToList();
        if (end > 0)
            unseen.AddRange(hits[end..]);
        return unseen;
    }

    /// <summary>Returns what tells documents apart.</summary>
    public static (string Id, string Index) KeyOf(JsonElement hit) =>
        (hit.GetProperty("_id").GetString()!, hit.GetProperty("_index").GetString()!);

    private static ReadOnlySpan<byte> SortValueOf(JsonElement hit) => JsonMarshal.GetRawUtf8Value(hit.GetProperty("sort")[0]);
}
