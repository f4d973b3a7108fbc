using ElastAlert.Embedded.Aggregations;
using ElastAlert.Embedded.Fetching;
using ElastAlert.Embedded.Queries;
using ElastAlert.Embedded.Sorting;

namespace ElastAlert.Embedded.Searching;

/// <summary>Is a search request, checked and read.</summary>
internal sealed record SearchBody
{
    public const int DefaultTrackedHits = 10_000;
    public const int MaximumWindow = 10_000;

    public Query Query { get; init; } = MatchAllQuery.Instance;

    public Query? PostFilter { get; init; }

    public int From { get; init; }

    public int Size { get; init; } = 10;

    public IReadOnlyList<SortField> Sort { get; init; } = [];

    /// <summary>Gets the sort values of the hit after which the page begins.</summary>
    public IReadOnlyList<string?>? SearchAfter { get; init; }

    /// <summary>Gets up to which number hits are counted exactly; 0 for not at all.</summary>
    public int TrackedHits { get; init; } = DefaultTrackedHits;

    /// <summary>Gets whether the total is a plain number.</summary>
    public bool TotalIsNumber { get; init; }

    public SubAggregations Aggregations { get; init; } = SubAggregations.None;

    public FetchOptions Fetch { get; init; } = new();

    /// <summary>Gets the point in time that is searched instead of the current state.</summary>
    public string? PointInTime { get; init; }

    public TimeSpan? PointInTimeKeepAlive { get; init; }
}
