namespace ElastAlert.Scheduling;

/// <summary>Is the span of one query of a run.</summary>
/// <param name="Window">The span.</param>
/// <param name="IsClosed">Whether the rule type is told afterwards that the span is complete (rule-types.md 3.2).</param>
internal readonly record struct PlannedSegment(TimeWindow Window, bool IsClosed);
