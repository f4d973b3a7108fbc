namespace ElastAlert.Configuration;

/// <summary>Is what reading a global configuration gave.</summary>
/// <param name="Options">The options, or <see langword="null"/> when a problem is an error.</param>
/// <param name="Problems">What was found wrong or questionable.</param>
internal sealed record GlobalOptionsResult(GlobalOptions? Options, IReadOnlyList<RuleProblem> Problems);
