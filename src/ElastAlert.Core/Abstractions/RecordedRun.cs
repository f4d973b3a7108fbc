namespace ElastAlert;

/// <summary>Is the record of a run.</summary>
/// <param name="End">The end of its window.</param>
/// <param name="RecordedAt">When it was recorded.</param>
internal readonly record struct RecordedRun(DateTimeOffset End, DateTimeOffset RecordedAt);
