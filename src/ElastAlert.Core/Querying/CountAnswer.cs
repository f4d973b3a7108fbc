using ElastAlert.Search;

namespace ElastAlert.Querying;

/// <summary>Is the answer to a count query.</summary>
/// <param name="Input">What the rule type is fed with.</param>
/// <param name="Partial">What the answer lacks, or null when it is complete.</param>
internal sealed record CountAnswer(RuleInput.Count Input, PartialAnswer? Partial);
