namespace ElastAlert.Engine.Rules;

/// <summary>Is what a reload changes.</summary>
/// <param name="Stop">The names of the rules that stop: they are gone, disabled, or replaced.</param>
/// <param name="Start">The rules that start.</param>
/// <param name="Disabled">The rules that are not to run.</param>
internal sealed record RuleChange(IReadOnlyList<string> Stop, IReadOnlyList<Rule> Start, IReadOnlyList<Rule> Disabled);
