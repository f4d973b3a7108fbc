namespace ElastAlert.Configuration;

/// <summary>Is what binding options to an object gave.</summary>
/// <typeparam name="TOptions">The type of the object.</typeparam>
/// <param name="Options">The object; what could not be bound has its default.</param>
/// <param name="Problems">Everything that could not be bound, with its place.</param>
public sealed record OptionsBinding<TOptions>(TOptions Options, IReadOnlyList<RuleProblem> Problems);
