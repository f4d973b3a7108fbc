namespace ElastAlert.Configuration.Yaml;

/// <summary>Is what reading a text gave: its value, or why there is none.</summary>
internal sealed record YamlResult(OptionValue? Value, RuleProblem? Problem);
