using ElastAlert.Search;

namespace ElastAlert.Querying;

/// <summary>Is the answer to a seed query; what it holds is valid until it is disposed.</summary>
internal sealed class SeedAnswer(SearchAnswer answer, RuleInput.Seed input) : IDisposable
{
    /// <summary>Gets what the rule type is fed with.</summary>
    public RuleInput.Seed Input => input;

    /// <summary>Gets what the answer lacks, or null when it is complete.</summary>
    public PartialAnswer? Partial { get; init; }

    public void Dispose() => answer.Dispose();
}
