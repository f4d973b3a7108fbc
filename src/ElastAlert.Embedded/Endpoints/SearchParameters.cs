using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Fetching;
using ElastAlert.Embedded.Searching;
using ElastAlert.Embedded.Sorting;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Reads the parts of a search that stand in the address.</summary>
internal static class SearchParameters
{
    public static readonly IReadOnlyList<string> Names =
    [
        .. SharedParameters.IndexChoice, .. SharedParameters.Source, "size", "from", "sort", "scroll", "track_total_hits", "rest_total_hits_as_int",
        "seq_no_primary_term", "version", "allow_partial_search_results", "request_cache", "preference", "search_type", "batched_reduce_size",
        "max_concurrent_shard_requests", "pre_filter_shard_size", "ccs_minimize_roundtrips", "typed_keys",
    ];

    public static SearchBody Apply(SearchBody search, EmbeddedRequest request)
    {
        if (request.Flag("typed_keys"))
            throw RequestFailure.Unsupported("the parameter [typed_keys]");
        if (request.Text("sort") is { } sort)
            search = search with { Sort = SortField.ReadParameter(sort) };
        if (request.Text("track_total_hits") is { } tracked)
            search = search with { TrackedHits = SearchBodyReader.ReadTrackedHits(tracked) };
        if (request.Flag("rest_total_hits_as_int"))
            search = search with { TotalIsNumber = true, TrackedHits = search.TrackedHits == 0 ? 0 : int.MaxValue };
        return search with
        {
            Size = (int)(request.Number("size") ?? search.Size),
            From = (int)(request.Number("from") ?? search.From),
            Fetch = Apply(search.Fetch, request),
        };
    }

    private static FetchOptions Apply(FetchOptions fetch, EmbeddedRequest request) => fetch with
    {
        Source = SourceFilter.FromParameters(request.Text("_source"), request.Text("_source_includes"), request.Text("_source_excludes")) ?? fetch.Source,
        ShowsSequenceNumber = request.Flag("seq_no_primary_term", fetch.ShowsSequenceNumber),
        ShowsVersion = request.Flag("version", fetch.ShowsVersion),
    };
}
