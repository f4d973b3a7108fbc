namespace ElastAlert.RuleTypes;

/// <summary>Reads a pattern for numbers, such as <c>{:.2%}</c> or <c>%.1f</c> (rule-types.md 1.5).</summary>
/// <param name="pattern">The pattern.</param>
/// <returns>What writes numbers so.</returns>
/// <exception cref="FormatException">The pattern cannot write numbers; the message says why.</exception>
internal delegate NumberFormatter NumberFormatReader(string pattern);
