using ElastAlert.Search;

namespace ElastAlert.Querying;

/// <summary>Is the answer to the aggregation of a rule type; what it holds is valid until it is disposed.</summary>
internal sealed class AggregationAnswer(RuleInput.Aggregation? input, SearchAnswer? answer = null) : IDisposable
{
    /// <summary>Gets what the rule type is fed with, or null when the server found no index to aggregate.</summary>
    public RuleInput.Aggregation? Input => input;

    /// <summary>Gets the number of documents of the window, exactly.</summary>
    public long Total { get; init; }

    /// <summary>Gets the number of documents whose query keys are beyond <c>terms_size</c>.</summary>
    public long OtherDocuments { get; init; }

    /// <summary>Gets what the answer lacks, or null when it is complete.</summary>
    public PartialAnswer? Partial { get; init; }

    public void Dispose() => answer?.Dispose();
}
