namespace ElastAlert.Querying;

/// <summary>
/// Plans how the part of a window that was read before is checked without reading it again: in buckets of time, whose number of documents
/// and sum of sequence numbers change when a document comes late or is written anew.
/// </summary>
internal sealed class OverlapPlan
{
    private const int MostBuckets = 120;

    private static readonly TimeSpan[] Intervals =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds)),
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 2, 6, 12, 24, 24 * 7 }.Select(hours => TimeSpan.FromHours(hours)),
    ];

    private readonly long _interval;

    private OverlapPlan(TimeWindow overlap, TimeSpan interval)
    {
        Overlap = overlap;
        Interval = interval;
        _interval = (long)interval.TotalMilliseconds;
    }

    /// <summary>Gets the span that was read before.</summary>
    public TimeWindow Overlap { get; }

    /// <summary>Gets the width of a bucket.</summary>
    public TimeSpan Interval { get; }

    /// <summary>Plans the check of a span.</summary>
    public static OverlapPlan For(TimeWindow overlap)
    {
        var fitting = Array.Find(Intervals, interval => overlap.Duration <= interval * MostBuckets);
        return new OverlapPlan(overlap, fitting > TimeSpan.Zero ? fitting : Intervals[^1] * Math.Ceiling(overlap.Duration / (Intervals[^1] * MostBuckets)));
    }

    /// <summary>
    /// Returns whether buckets lie in the span, as they do where the server knows the field as moments. A field of plain numbers is cut into
    /// buckets too, as if they were milliseconds, whatever the rule means by them.
    /// </summary>
    /// <param name="found">What the server has.</param>
    public bool Holds(IEnumerable<OverlapBucket> found)
    {
        // An upper bound without a fraction of a second reaches to the end of that second.
        var end = Overlap.End.ToUnixTimeMilliseconds() + 1000;
        return found.All(bucket => bucket.Start + _interval > Overlap.Start.ToUnixTimeMilliseconds() && bucket.Start < end);
    }

    /// <summary>Returns the buckets that differ from what was seen, as spans that include their start and exclude their end; neighbours are joined.</summary>
    /// <param name="found">What the server has.</param>
    /// <param name="seen">What was seen.</param>
    public IReadOnlyList<TimeWindow> Changed(IEnumerable<OverlapBucket> found, IEnumerable<(DateTimeOffset Moment, long SequenceNumber)> seen)
    {
        var expected = Sum(seen);
        var changed = new SortedSet<long>();
        foreach (var bucket in found)
        {
            var place = FloorOf(bucket.Start);
            expected.Remove(place, out var known);
            if (bucket.Count != known.Count || bucket.SequenceSum != (double)known.Sum)
                changed.Add(place);
        }

        // What is seen and not found was deleted; nothing new is to be read there.
        return Join(changed);
    }

    private Dictionary<long, (long Count, Int128 Sum)> Sum(IEnumerable<(DateTimeOffset Moment, long SequenceNumber)> seen)
    {
        var sums = new Dictionary<long, (long Count, Int128 Sum)>();
        foreach (var (moment, sequenceNumber) in seen)
        {
            var milliseconds = moment.ToUnixTimeMilliseconds();
            if (milliseconds <= Overlap.Start.ToUnixTimeMilliseconds() || milliseconds > Overlap.End.ToUnixTimeMilliseconds())
                continue;
            var place = FloorOf(milliseconds);
            var (count, sum) = sums.GetValueOrDefault(place);
            sums[place] = (count + 1, sum + sequenceNumber);
        }

        return sums;
    }

    private List<TimeWindow> Join(SortedSet<long> places)
    {
        var joined = new List<TimeWindow>();
        foreach (var place in places)
        {
            var start = DateTimeOffset.FromUnixTimeMilliseconds(place);
            if (joined.Count > 0 && joined[^1].End == start)
                joined[^1] = joined[^1] with { End = start + Interval };
            else
                joined.Add(new TimeWindow(start, start + Interval));
        }

        return joined;
    }

    private long FloorOf(long milliseconds) => milliseconds - ((milliseconds % _interval + _interval) % _interval);
}
