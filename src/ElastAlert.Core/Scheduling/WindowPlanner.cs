namespace ElastAlert.Scheduling;

/// <summary>
/// Finds the span of a run and cuts it (engine.md 4.3 to 4.5). Mended are Q39 (the rule's own <c>run_every</c>), Q40 (windows of
/// <c>use_run_every_query_size</c> are evaluated once), Q42 (buckets keep the borders of the first run), Q43 (the timeframe is scanned once)
/// and Q44 (a stored end is kept until a run goes on from it).
/// </summary>
internal static class WindowPlanner
{
    /// <summary>Plans a run.</summary>
    /// <param name="schedule">The schedule of the rule.</param>
    /// <param name="kind">How windows follow each other.</param>
    /// <param name="position">Where the runs so far have got to.</param>
    /// <param name="now">The moment of the run.</param>
    /// <param name="end">The end of the window.</param>
    /// <param name="explicitStart">The start that was asked for, or <see langword="null"/>.</param>
    /// <returns>The plan, or <see langword="null"/> when there is nothing to ask for yet.</returns>
    public static RunPlan? Plan(
        RuleSchedule schedule, WindowKind kind, WindowPosition position, DateTimeOffset now, DateTimeOffset end, DateTimeOffset? explicitStart)
    {
        var isResumed = explicitStart is null && position is { CommittedEnd: null, ResumeFrom: not null };
        var start = explicitStart ?? Start(schedule, kind, position, end);
        var offset = BucketOffset(schedule, kind, position, start);
        if (explicitStart is null)
            start = AlignToBuckets(schedule, offset, start);
        if (now <= start || end <= start)
            return null;
        var plan = Cut(schedule, kind, start, end);
        return plan is null ? null : plan with
        {
            Window = new TimeWindow(start, plan.Window.End),
            MinimumStart = isResumed ? start : position.MinimumStart,
            BucketOffset = offset,
        };
    }

    /// <summary>Cuts a span into the spans of its queries; used as it is to finish a run that was interrupted.</summary>
    /// <param name="schedule">The schedule of the rule.</param>
    /// <param name="kind">How windows follow each other.</param>
    /// <param name="start">The start of the span.</param>
    /// <param name="end">The end of the span.</param>
    /// <returns>The plan, or <see langword="null"/> when an aggregation window has not grown to its length yet.</returns>
    public static RunPlan? Cut(RuleSchedule schedule, WindowKind kind, DateTimeOffset start, DateTimeOffset end)
    {
        var length = SegmentLength(schedule, kind);
        var segments = new List<PlannedSegment>();
        var current = start;
        for (; length > TimeSpan.Zero && end - current > length; current += length)
            segments.Add(new PlannedSegment(new TimeWindow(current, current + length), IsClosed: true));
        if (kind != WindowKind.Aggregation)
            segments.Add(new PlannedSegment(new TimeWindow(current, end), IsClosed: true));
        else if (end - current == length)
            segments.Add(new PlannedSegment(new TimeWindow(current, end), IsClosed: false));
        return segments.Count == 0 ? null : new RunPlan { Window = new TimeWindow(start, segments[^1].Window.End), Segments = segments };
    }

    private static DateTimeOffset Start(RuleSchedule schedule, WindowKind kind, WindowPosition position, DateTimeOffset end)
    {
        if (position is { CommittedEnd: null, ResumeFrom: { } stored })
            return Overlap(schedule, kind, stored);
        var previous = position.CommittedEnd ?? position.MinimumStart;
        var scan = schedule is { ScanEntireTimeframe: true, Timeframe: not null } && previous is null ? schedule.Timeframe : null;
        if (kind == WindowKind.Contiguous)
            return previous ?? end - (scan ?? schedule.RunEvery);
        if (kind == WindowKind.Aggregation && schedule.UseRunEveryQuerySize && previous is not null)
            return previous.Value;

        var earliest = end - (scan ?? schedule.BufferTime);
        if (position.MinimumStart > earliest)
            return position.MinimumStart.Value;
        return previous < earliest ? Overlap(schedule, kind, previous.Value) : earliest;
    }

    private static DateTimeOffset Overlap(RuleSchedule schedule, WindowKind kind, DateTimeOffset start)
    {
        var overlaps = kind == WindowKind.Aggregation && schedule is { AllowBufferTimeOverlap: true, UseRunEveryQuerySize: false };
        return overlaps && schedule.BufferTime > schedule.RunEvery ? start - (schedule.BufferTime - schedule.RunEvery) : start;
    }

    private static TimeSpan? BucketOffset(RuleSchedule schedule, WindowKind kind, WindowPosition position, DateTimeOffset start)
    {
        if (kind != WindowKind.Aggregation || schedule.BucketInterval is not { Ticks: > 0 } interval)
            return null;
        if (schedule.SyncBucketInterval)
            return TimeSpan.Zero;
        return position.BucketOffset ?? Remainder(WholeSeconds(start), interval);
    }

    // With synchronised buckets the part below a second goes too, so that the start lies on a border exactly.
    private static DateTimeOffset AlignToBuckets(RuleSchedule schedule, TimeSpan? offset, DateTimeOffset start)
    {
        if (offset is null || schedule.BucketInterval is not { } interval)
            return start;
        var seconds = WholeSeconds(start);
        var past = Remainder(seconds - offset.Value, interval);
        return schedule.SyncBucketInterval ? seconds - past : start - past;
    }

    private static TimeSpan SegmentLength(RuleSchedule schedule, WindowKind kind) => kind switch
    {
        WindowKind.Contiguous => schedule.RunEvery,
        WindowKind.Aggregation when schedule.UseRunEveryQuerySize => schedule.RunEvery,
        _ => schedule.BufferTime,
    };

    private static DateTimeOffset WholeSeconds(DateTimeOffset moment) => moment.AddTicks(-(moment.UtcTicks % TimeSpan.TicksPerSecond));

    private static TimeSpan Remainder(DateTimeOffset moment, TimeSpan interval)
    {
        var remainder = (moment - DateTimeOffset.UnixEpoch).Ticks % interval.Ticks;
        return TimeSpan.FromTicks(remainder < 0 ? remainder + interval.Ticks : remainder);
    }
}
