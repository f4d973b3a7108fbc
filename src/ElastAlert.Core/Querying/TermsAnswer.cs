using ElastAlert.Search;

namespace ElastAlert.Querying;

/// <summary>Is the answer to a terms query.</summary>
/// <param name="Input">What the rule type is fed with, or null when the server found no index to aggregate.</param>
internal sealed record TermsAnswer(RuleInput.Terms? Input)
{
    /// <summary>Gets the number of documents whose values are beyond <c>terms_size</c>.</summary>
    public long OtherDocuments { get; init; }

    /// <summary>Gets what the answer lacks, or null when it is complete.</summary>
    public PartialAnswer? Partial { get; init; }
}
