using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Is how far a search was read: the last value of the sort field, and the documents with that value that were read.</summary>
internal sealed class PageEdge
{
    private readonly byte[] _sortValue;
    private readonly HashSet<(string Id, string Index)> _seen;

    private PageEdge(byte[] sortValue, HashSet<(string, string)> seen) => (_sortValue, _seen) = (sortValue, seen);

    /// <summary>Gets the value of the sort field, as the server wrote it.</summary>
    public string SortValue => Encoding.UTF8.GetString(_sortValue);

    /// <summary>Returns the edge after a page.</summary>
    /// <param name="before">The edge before the page, or null for the first page.</param>
    /// <param name="answer">The page, with at least one hit.</param>
    public static PageEdge After(PageEdge? before, HitAnswer answer)
    {
        var seen = before is not null && before.IsAt(answer.Last) ? before._seen : [];
        var edge = new PageEdge(SortValueOf(answer.Last).ToArray(), seen);
        seen.UnionWith(answer.Backwards.TakeWhile(edge.IsAt).Select(KeyOf));
        return edge;
    }

    /// <summary>Finds the hits of a page that were read before; they stand at its beginning.</summary>
    /// <param name="answer">The page.</param>
    /// <returns>Their places.</returns>
    public HashSet<int> PlacesOfSeen(HitAnswer answer) =>
        [.. answer.Hits.TakeWhile(IsAt).Index().Where(hit => _seen.Contains(KeyOf(hit.Item))).Select(static hit => hit.Index)];

    /// <summary>Returns what tells documents apart.</summary>
    public static (string Id, string Index) KeyOf(JsonElement hit) =>
        (hit.GetProperty("_id").GetString()!, hit.GetProperty("_index").GetString()!);

    private bool IsAt(JsonElement hit) => SortValueOf(hit).SequenceEqual(_sortValue);

    private static ReadOnlySpan<byte> SortValueOf(JsonElement hit) => JsonMarshal.GetRawUtf8Value(hit.GetProperty("sort")[0]);
}
