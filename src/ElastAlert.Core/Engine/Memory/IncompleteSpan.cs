namespace ElastAlert.Engine.Memory;

/// <summary>Is a span of which only a part was answered.</summary>
/// <param name="Start">Its start.</param>
/// <param name="End">Its end.</param>
/// <param name="Since">When the first answer came that was not complete.</param>
internal sealed record IncompleteSpan(DateTimeOffset Start, DateTimeOffset End, DateTimeOffset Since);
