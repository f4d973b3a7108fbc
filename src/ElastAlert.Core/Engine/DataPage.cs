namespace ElastAlert.Engine;

/// <summary>Is a page of an answer.</summary>
/// <param name="Input">What the rule type is fed with, as the server sent it; <see langword="null"/> where there was nothing.</param>
/// <param name="Hits">What the page adds to the hits of the run.</param>
internal sealed record DataPage(RuleInput? Input, long Hits)
{
    /// <summary>Gets how many documents of the span were seen before and are not read again; they are among the hits.</summary>
    public long Unread { get; init; }

    /// <summary>Gets what was not as it should be.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Gets whether the answer may lack documents: shards that failed, a time limit.</summary>
    public bool IsPartial { get; init; }
}
