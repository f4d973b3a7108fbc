namespace ElastAlert;

/// <summary>Says what a rule type left out in one run.</summary>
/// <param name="Reason">Why, with the name of the field or option that it is about.</param>
/// <param name="Count">How many documents or values were left out for it.</param>
/// <param name="Example">The id of the first of them.</param>
public sealed record SkippedData(string Reason, long Count, string Example);
