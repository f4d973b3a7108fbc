namespace ElastAlert.Querying;

/// <summary>Says how often a value occurred.</summary>
/// <param name="Value">The value as text.</param>
/// <param name="Count">The number of documents.</param>
internal readonly record struct TopCount(string Value, long Count);
