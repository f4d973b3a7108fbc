using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Is a value that was seen, or several together; lists and objects count as one value (NT-2).</summary>
/// <param name="Key">The value, or a text that stands for what is no single value.</param>
/// <param name="IsStandIn">Whether <paramref name="Key"/> is such a text.</param>
internal readonly record struct Term(FieldKey Key, bool IsStandIn);
