using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Is a place between two hits of a point in time: what the next page begins after.</summary>
/// <param name="SortValue">The value of the sort field, as the server wrote it.</param>
/// <param name="TieBreaker">The value of the tie breaker; -1 for the first document with that sort value.</param>
internal sealed record PagePosition(string SortValue, long TieBreaker)
{
    /// <summary>Returns the position at the first document of an edge: what was read is read again, and left out.</summary>
    public static PagePosition AtStartOf(PageEdge edge) => new(edge.SortValue, -1);

    /// <summary>Returns the position after a hit, or, where others may have the same tie breaker, before them.</summary>
    public static PagePosition After(JsonElement hit, bool isTieBreakerUnique)
    {
        var sort = hit.GetProperty("sort");
        return new PagePosition(sort[0].GetRawText(), sort[1].GetInt64() - (isTieBreakerUnique ? 0 : 1));
    }

    /// <summary>Writes the position as a member of a search.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("search_after");
        writer.WriteRawValue(SortValue);
        writer.WriteNumberValue(TieBreaker);
        writer.WriteEndArray();
    }
}
