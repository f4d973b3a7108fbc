namespace ElastAlert.DocPictures;

/// <summary>Is an event, or a value that was observed.</summary>
/// <param name="Minute">When, in minutes from the beginning.</param>
/// <param name="Label">What the picture writes at it.</param>
/// <param name="Json">The members of the document, or the aggregation.</param>
/// <param name="Value">The height of its bar, or null for a dot.</param>
public sealed record Happening(double Minute, string Label, string Json = "", double? Value = null);
