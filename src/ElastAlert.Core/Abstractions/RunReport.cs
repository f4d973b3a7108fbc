namespace ElastAlert;

/// <summary>Says what one run of a rule did.</summary>
public sealed record RunReport
{
    /// <summary>Gets the name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets the moment at which the run began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets how long it took.</summary>
    public TimeSpan TimeTaken { get; init; }

    /// <summary>Gets the span that was looked at, or <see langword="null"/> when nothing was asked.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>Gets the spans of the queries.</summary>
    public IReadOnlyList<TimeWindow> Segments { get; init; } = [];

    /// <summary>Gets the number of documents, counts or buckets that the queries found, as ElastAlert counts them.</summary>
    public long Hits { get; init; }

    /// <summary>Gets how many of the documents had been seen before.</summary>
    public long AlreadySeen { get; init; }

    /// <summary>Gets the number of matches, before silences.</summary>
    public long Matches { get; init; }

    /// <summary>Gets the number of alerts that the run created.</summary>
    public int Alerts { get; init; }

    /// <summary>Gets what became of each match; of very many, of those that brought an alert, and of the newest.</summary>
    public IReadOnlyList<MatchDecision> Decisions { get; init; } = [];

    /// <summary>Gets what was not as it should be: partial answers, reached limits, gaps, late starts.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Gets what the rule type left out, such as documents without the number that it measures; empty for most rules.</summary>
    public IReadOnlyList<SkippedData> Skipped { get; init; } = [];

    /// <summary>Gets why the run ended early, or <see langword="null"/> when it was completed. No secrets.</summary>
    public string? Error { get; init; }
}
