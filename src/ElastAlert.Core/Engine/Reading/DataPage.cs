namespace ElastAlert.Engine.Reading;

/// <summary>Is a page of an answer.</summary>
internal abstract record DataPage
{
    private DataPage()
    {
    }

    /// <summary>Gets what was not as it should be.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Gets whether the answer may lack documents: shards that failed, a time limit.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Is a page of documents.</summary>
    /// <param name="Batches">The documents, read once; those of a batch are valid until the next batch is asked for.</param>
    internal sealed record Documents(IEnumerable<IReadOnlyList<Hit>> Batches) : DataPage
    {
        /// <summary>Gets how many documents of the span were seen before and are not read again; they are hits too.</summary>
        public long Unread { get; init; }
    }

    /// <summary>Is a whole answer that brings numbers.</summary>
    /// <param name="Input">What the rule type is fed with; <see langword="null"/> where there was nothing.</param>
    /// <param name="Hits">What the answer adds to the hits of the run.</param>
    internal sealed record Answer(RuleInput? Input, long Hits) : DataPage;
}
