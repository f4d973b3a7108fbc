using System.Text.Json;

namespace ElastAlert;

/// <summary>Says which documents a rule looks at, and how they are asked for.</summary>
public sealed record RuleQuery
{
    /// <summary>Gets the index expression, or the date pattern when <see cref="UseStrftimeIndex"/> is set.</summary>
    public required string Index { get; init; }

    /// <summary>Gets whether <see cref="Index"/> is a strftime pattern.</summary>
    public bool UseStrftimeIndex { get; init; }

    /// <summary>Gets whether the period before the window is asked too; for patterns only.</summary>
    public bool SearchExtraIndex { get; init; }

    /// <summary>Gets the filters, with <c>query</c> wrappers removed; <c>eql</c> and <c>esql</c> items are not among them.</summary>
    public IReadOnlyList<JsonElement> Filter { get; init; } = [];

    /// <summary>Gets the EQL query that selects the documents instead of a search, or <see langword="null"/>.</summary>
    public string? Eql { get; init; }

    /// <summary>Gets the ES|QL query that selects the documents instead of a search, or <see langword="null"/>.</summary>
    public string? Esql { get; init; }

    /// <summary>Gets how the answer is asked for.</summary>
    public QueryKind Kind { get; init; }

    /// <summary>Gets the patterns of the source fields that are fetched.</summary>
    /// <value>The default is <c>*</c>.</value>
    public IReadOnlyList<string> Include { get; init; } = ["*"];

    /// <summary>Gets the fields asked for by the body key <c>fields</c>, or <see langword="null"/>.</summary>
    public IReadOnlyList<JsonElement>? IncludeFields { get; init; }

    /// <summary>Gets whether documents keep their source; without it stored fields are asked for.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool SourceEnabled { get; init; } = true;

    /// <summary>Gets the field that groups documents; the names of a compound key joined with <c>,</c>; or <see langword="null"/>.</summary>
    public string? QueryKey { get; init; }

    /// <summary>Gets the parts of a compound <see cref="QueryKey"/>, empty when it is not compound.</summary>
    public IReadOnlyList<string> CompoundQueryKey { get; init; } = [];

    /// <summary>Gets the parts of a list <c>aggregation_key</c>, which every document carries joined; empty when it is not a list.</summary>
    public IReadOnlyList<string> CompoundAggregationKey { get; init; } = [];

    /// <summary>Gets the largest number of buckets of an answer to a terms or aggregation query.</summary>
    /// <value>The default is 50.</value>
    public int TermsSize { get; init; } = 50;

    /// <summary>Gets whether values of the query key beyond <see cref="TermsSize"/> are asked for too, page by page.</summary>
    public bool TermsPaging { get; init; }

    /// <summary>Gets the smallest bucket of terms aggregations.</summary>
    /// <value>The default is 1.</value>
    public int MinDocCount { get; init; } = 1;

    /// <summary>Gets the size of a page of hits.</summary>
    /// <value>The default is 10,000.</value>
    public int MaxQuerySize { get; init; } = 10_000;

    /// <summary>Gets the largest number of pages of one query, 0 for no limit.</summary>
    /// <value>The default is 990.</value>
    public int MaxScrollingCount { get; init; } = 990;

    /// <summary>Gets how long the server keeps a scroll or point in time open between pages, in its own notation.</summary>
    /// <value>The default is <c>30s</c>.</value>
    public string ScrollKeepalive { get; init; } = "30s";
}
