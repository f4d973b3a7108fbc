using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Is a search whose hits are read to the end, page by page, ascending by one field.</summary>
internal sealed record HitSearch
{
    /// <summary>Gets the index expression.</summary>
    public required string Index { get; init; }

    /// <summary>Gets the field that the hits ascend by.</summary>
    public required string SortField { get; init; }

    /// <summary>Gets what writes the other members of the body: the query and what is fetched.</summary>
    public required Action<Utf8JsonWriter> WriteMembers { get; init; }

    /// <summary>Gets the size of a page.</summary>
    public int PageSize { get; init; } = 10_000;

    /// <summary>Gets the largest number of pages, 0 for no limit.</summary>
    public int MaxPages { get; init; }

    /// <summary>Gets how long the server keeps its place between pages.</summary>
    public string KeepAlive { get; init; } = "30s";

    /// <summary>Gets the patterns of the source fields that are fetched, empty for all.</summary>
    public IReadOnlyList<string> SourceIncludes { get; init; } = [];

    /// <summary>Gets what writes members that only the first page has, or null.</summary>
    public Action<Utf8JsonWriter>? WriteFirstPageMembers { get; init; }
}
