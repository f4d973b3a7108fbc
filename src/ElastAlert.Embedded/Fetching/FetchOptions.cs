namespace ElastAlert.Embedded.Fetching;

/// <summary>Says what hits carry.</summary>
internal sealed record FetchOptions
{
    public SourceFilter Source { get; init; } = SourceFilter.Everything;

    /// <summary>Gets the fields that are read from the source.</summary>
    public IReadOnlyList<FieldRequest> Fields { get; init; } = [];

    /// <summary>Gets the fields that are read as they are indexed.</summary>
    public IReadOnlyList<FieldRequest> IndexedFields { get; init; } = [];

    public bool ShowsVersion { get; init; }

    public bool ShowsSequenceNumber { get; init; }
}
