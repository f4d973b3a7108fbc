namespace ElastAlert.Configuration;

/// <summary>Is what reading a rule file with its imports gave.</summary>
/// <param name="Options">The options, imports merged, or <see langword="null"/> when a file could not be read.</param>
/// <param name="Files">The file and everything it imports.</param>
/// <param name="Problems">What went wrong.</param>
internal sealed record RuleFile(OptionMap? Options, IReadOnlyList<string> Files, IReadOnlyList<RuleProblem> Problems);
