using ElastAlert.Querying;

namespace ElastAlert.Engine.Reading;

/// <summary>Is what one segment of a run asks for.</summary>
/// <param name="Window">The span.</param>
/// <param name="Seen">The documents that were seen.</param>
internal sealed record SegmentQuery(TimeWindow Window, ISeenDocuments Seen)
{
    /// <summary>Gets the moment up to which documents were read before, or <see langword="null"/> to read all of the span.</summary>
    public DateTimeOffset? ReadUntil { get; init; }

    /// <summary>Gets where the borders of the buckets of an aggregation lie within their interval.</summary>
    public TimeSpan BucketOffset { get; init; }
}
