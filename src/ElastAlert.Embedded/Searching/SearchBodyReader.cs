using System.Globalization;
using System.Text.Json;
using ElastAlert.Embedded.Aggregations;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Fetching;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Queries;
using ElastAlert.Embedded.Sorting;

namespace ElastAlert.Embedded.Searching;

/// <summary>Reads the body of a search; a member that is not understood is an error.</summary>
internal sealed class SearchBodyReader(DateTimeOffset now)
{
    private readonly QueryReader _queries = new(SupportedQueries.All, now);

    public static IReadOnlyList<string?> ReadSearchAfter(JsonElement values) =>
        [.. values.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? null : Scalars.Text(value))];

    public SearchBody Read(JsonElement? body)
    {
        var search = new SearchBody();
        if (body is { } given)
        {
            foreach (var member in given.EnumerateObject())
                search = With(search, member);
        }

        return search;
    }

    /// <summary>Reads a body that holds a query only.</summary>
    public Query ReadQuery(JsonElement? body, Query? fallback)
    {
        Query? query = null;
        if (body is { } given)
        {
            foreach (var member in given.EnumerateObject())
                query = member.Name == "query" ? _queries.Read(member.Value) : throw RequestFailure.Parsing($"request does not support [{member.Name}]");
        }

        return query ?? fallback ?? throw new RequestFailure(400, "action_request_validation_exception", "Validation Failed: 1: query is missing;");
    }

    private SearchBody With(SearchBody search, JsonProperty member) => member.Name switch
    {
        "query" => search with { Query = _queries.Read(member.Value) },
        "post_filter" => search with { PostFilter = _queries.Read(member.Value) },
        "from" => search with { From = ReadCount(member) },
        "size" => search with { Size = ReadCount(member) },
        "sort" => search with { Sort = SortField.ReadMany(member.Value) },
        "search_after" => search with { SearchAfter = ReadSearchAfter(member.Value) },
        "track_total_hits" => search with { TrackedHits = ReadTrackedHits(Scalars.Text(member.Value)) },
        "aggs" or "aggregations" => search with
        {
            Aggregations = new AggregationReader(SupportedAggregations.All, _queries).ReadMany(member.Value),
        },
        "_source" => search with { Fetch = search.Fetch with { Source = SourceFilter.Read(member.Value) } },
        "fields" => search with { Fetch = search.Fetch with { Fields = FieldRequest.ReadMany(member.Value) } },
        "docvalue_fields" => search with { Fetch = search.Fetch with { IndexedFields = FieldRequest.ReadMany(member.Value) } },
        "stored_fields" => WithStoredFields(search, member.Value),
        "version" => search with { Fetch = search.Fetch with { ShowsVersion = member.Value.GetBoolean() } },
        "seq_no_primary_term" => search with { Fetch = search.Fetch with { ShowsSequenceNumber = member.Value.GetBoolean() } },
        "pit" => WithPointInTime(search, member.Value),
        "timeout" => search,
        _ => throw RequestFailure.Unsupported($"[{member.Name}] in a search"),
    };

    /// <summary>Reads <c>track_total_hits</c>.</summary>
    public static int ReadTrackedHits(string text) => text switch
    {
        "true" or "" => int.MaxValue,
        "false" => 0,
        _ => int.Parse(text, CultureInfo.InvariantCulture) is var count && count < 0 ? int.MaxValue : count,
    };

    private static int ReadCount(JsonProperty member)
    {
        var count = int.Parse(Scalars.Text(member.Value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return count >= 0 ? count : throw RequestFailure.Illegal($"[{member.Name}] parameter cannot be negative, found [{count}]");
    }

    // No field is stored on its own here, so all that the list does is to leave the source out.
    private static SearchBody WithStoredFields(SearchBody search, JsonElement fields)
    {
        string[] names = fields.ValueKind == JsonValueKind.Array ? [.. fields.EnumerateArray().Select(Scalars.Text)] : [Scalars.Text(fields)];
        if (names.Contains("_none_"))
            throw RequestFailure.Unsupported("[stored_fields] with the value [_none_] in a search");
        return names.Contains("_source") ? search : search with { Fetch = search.Fetch with { Source = SourceFilter.Nothing } };
    }

    private static SearchBody WithPointInTime(SearchBody search, JsonElement pit)
    {
        var keepAlive = pit.TryGetProperty("keep_alive", out var given) ? TimeUnits.Parse(given.GetString()!, "keep_alive") : (TimeSpan?)null;
        return search with { PointInTime = pit.GetProperty("id").GetString(), PointInTimeKeepAlive = keepAlive };
    }
}
