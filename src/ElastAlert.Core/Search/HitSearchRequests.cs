using System.Globalization;
using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Writes the requests that read the hits of a search.</summary>
internal static class HitSearchRequests
{
    /// <summary>Asks for the first page, and for a scroll over the rest where a keep-alive time is given.</summary>
    public static SearchRequest First(HitSearch search, bool withScroll)
    {
        var scroll = withScroll ? $"scroll={SearchPath.Escape(search.KeepAlive)}&" : "track_total_hits=true&";
        return new SearchRequest("POST", $"{SearchPath.Of(search.Index, "_search")}?{scroll}{Size(search)}&ignore_unavailable=true{Includes(search)}")
        {
            Body = JsonBody.Write(search, static (writer, search) => WriteFirst(writer, search)),
        };
    }

    /// <summary>Asks for the page after a position in a point in time.</summary>
    public static SearchRequest Next(HitSearch search, SearchDialect dialect, string pointInTime, PagePosition position) =>
        new("POST", $"/_search?track_total_hits=false&{Size(search)}{Includes(search)}")
        {
            Body = JsonBody.Write((search, dialect, pointInTime, position), static (writer, state) => WriteNext(writer, state)),
        };

    /// <summary>Asks for the next page of a scroll.</summary>
    public static SearchRequest NextOfScroll(HitSearch search, string scroll) =>
        new("POST", $"/_search/scroll?scroll={SearchPath.Escape(search.KeepAlive)}")
        {
            Body = JsonBody.Write(scroll, static (writer, scroll) => WriteScroll(writer, scroll)),

            // The scroll moves on with every request, so a second one would skip a page.
            IsIdempotent = false,
        };

    /// <summary>Releases a scroll.</summary>
    public static SearchRequest ReleaseScroll(string scroll) =>
        new("DELETE", "/_search/scroll") { Body = JsonBody.Write(scroll, static (writer, scroll) => WriteScrolls(writer, scroll)) };

    private static string Size(HitSearch search) => "size=" + search.PageSize.ToString(CultureInfo.InvariantCulture);

    // Filtering by "*" would make the server parse and write every source again.
    private static string Includes(HitSearch search) =>
        search.SourceIncludes.Count == 0 || search.SourceIncludes.Contains("*")
            ? ""
            : "&_source_includes=" + SearchPath.Escape(string.Join(',', search.SourceIncludes));

    private static void WriteFirst(Utf8JsonWriter writer, HitSearch search)
    {
        writer.WriteStartObject();
        search.WriteMembers(writer);
        WriteSort(writer, search, tieBreaker: null);
        search.WriteFirstPageMembers?.Invoke(writer);
        writer.WriteEndObject();
    }

    private static void WriteNext(
        Utf8JsonWriter writer, (HitSearch Search, SearchDialect Dialect, string PointInTime, PagePosition Position) state)
    {
        writer.WriteStartObject();
        state.Search.WriteMembers(writer);
        WriteSort(writer, state.Search, state.Dialect.TieBreaker);
        writer.WriteStartObject("pit");
        writer.WriteString("id", state.PointInTime);
        writer.WriteString("keep_alive", state.Search.KeepAlive);
        writer.WriteEndObject();
        state.Position.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void WriteSort(Utf8JsonWriter writer, HitSearch search, string? tieBreaker)
    {
        writer.WriteStartArray("sort");
        WriteAscending(writer, search.SortField);
        if (tieBreaker is not null)
            WriteAscending(writer, tieBreaker);
        writer.WriteEndArray();
    }

    private static void WriteAscending(Utf8JsonWriter writer, string field)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(field);
        writer.WriteString("order", "asc");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteScroll(Utf8JsonWriter writer, string scroll)
    {
        writer.WriteStartObject();
        writer.WriteString("scroll_id", scroll);
        writer.WriteEndObject();
    }

    private static void WriteScrolls(Utf8JsonWriter writer, string scroll)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("scroll_id");
        writer.WriteStringValue(scroll);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
