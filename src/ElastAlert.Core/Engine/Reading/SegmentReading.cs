using ElastAlert.Scheduling;

namespace ElastAlert.Engine.Reading;

/// <summary>Is the reading of one segment of a run.</summary>
/// <param name="Plan">The plan of the run.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Now">The moment of the run.</param>
internal sealed record SegmentReading(RunPlan Plan, PlannedSegment Segment, DateTimeOffset Now)
{
    /// <summary>
    /// Gets what commits the progress in the middle of the segment when very many matches wait: the moment up to which everything was
    /// fed, and the hits up to it.
    /// </summary>
    public Func<DateTimeOffset, long, Task>? Spill { get; init; }
}
