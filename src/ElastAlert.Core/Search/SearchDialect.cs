using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Knows in what the versions of Elasticsearch and OpenSearch differ; everything that depends on the server stands here.</summary>
internal sealed record SearchDialect
{
    private SearchDialect(string server) => Server = server;

    /// <summary>Gets the dialect of a server that did not say what it is: what all versions understand.</summary>
    public static SearchDialect Unknown { get; } = new("an unknown server") { HasMultiTerms = true };

    /// <summary>Gets the name and version of the server, for people.</summary>
    public string Server { get; }

    /// <summary>Gets whether long answers are read from a point in time; otherwise by scrolling.</summary>
    public bool HasPointInTime { get; private init; }

    /// <summary>Gets whether the tie breaker is different for every document, also across indices.</summary>
    public bool HasUniqueTieBreaker => !IsOpenSearch;

    /// <summary>Gets whether an aggregation over the values of several fields at once is known.</summary>
    public bool HasMultiTerms { get; private init; }

    private bool IsOpenSearch { get; init; }

    /// <summary>Gets the sort field that orders documents of the same moment within a point in time.</summary>
    /// <remarks>OpenSearch's own <c>_shard_doc</c> came late and repeats itself across indices, so it is no better there than <c>_doc</c>.</remarks>
    public string TieBreaker => IsOpenSearch ? "_doc" : "_shard_doc";

    /// <summary>Reads the dialect from the answer to <c>GET /</c>.</summary>
    public static SearchDialect Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Object)
            return Unknown;
        var isOpenSearch = version.TryGetProperty("distribution", out var distribution) && distribution.ValueEquals("opensearch");
        if (!version.TryGetProperty("number", out var number) || ParseVersion(number) is not { } parsed)
            return Unknown;

        // Elasticsearch opens points in time since 7.10, but only since 7.12 with a tie breaker.
        var pointInTimeSince = isOpenSearch ? new Version(2, 4) : new Version(7, 12);
        return new SearchDialect($"{(isOpenSearch ? "OpenSearch" : "Elasticsearch")} {number}")
        {
            IsOpenSearch = isOpenSearch,
            HasPointInTime = parsed >= pointInTimeSince,
            HasMultiTerms = parsed >= (isOpenSearch ? new Version(2, 1) : new Version(7, 12)),
        };
    }

    /// <summary>Returns the dialect for a server that refuses points in time, for instance for want of a privilege.</summary>
    public SearchDialect WithoutPointInTime() => this with { HasPointInTime = false };

    /// <summary>Opens a point in time; missing indices are left out.</summary>
    public SearchRequest OpenPointInTime(string index, string keepAlive) =>
        new("POST", $"{SearchPath.Of(index, IsOpenSearch ? "_search/point_in_time" : "_pit")}?keep_alive={SearchPath.Escape(keepAlive)}&ignore_unavailable=true")
        {
            // A second one would stay open for the keep-alive time and do no harm.
            IsIdempotent = true,
        };

    /// <summary>Returns the id of a point in time that was opened.</summary>
    public string? PointInTimeOf(JsonElement answer) =>
        answer.TryGetProperty(IsOpenSearch ? "pit_id" : "id", out var id) ? id.GetString() : null;

    /// <summary>Closes a point in time.</summary>
    public SearchRequest ClosePointInTime(string id) => IsOpenSearch
        ? new("DELETE", "/_search/point_in_time") { Body = JsonBody.Write(id, static (writer, id) => WriteIds(writer, "pit_id", id)) }
        : new("DELETE", "/_pit") { Body = JsonBody.Write(id, static (writer, id) => WriteId(writer, id)) };

    private static void WriteIds(Utf8JsonWriter writer, string name, string id)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(name);
        writer.WriteStringValue(id);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter writer, string id)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteEndObject();
    }

    private static Version? ParseVersion(JsonElement number)
    {
        var text = number.ValueKind == JsonValueKind.String ? number.GetString()! : "";
        return Version.TryParse(text.Split('-')[0], out var version) ? version : null;
    }
}
