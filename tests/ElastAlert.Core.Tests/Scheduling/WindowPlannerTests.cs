using ElastAlert.Core.Tests.Engine;
using ElastAlert.Scheduling;

namespace ElastAlert.Core.Tests.Scheduling;

[Trait("Category", "EngineVectors")]
public sealed class WindowPlannerTests
{
    private static readonly RuleSchedule Base = new() { RunEvery = TimeSpan.FromMinutes(5), BufferTime = TimeSpan.FromMinutes(15) };

    [Fact]
    public void T13_Counts_FollowOneAnother()
    {
        var planned = Run(Base, WindowKind.Contiguous, WindowPosition.None, "12:00", "12:06", "12:20");

        planned.Should().Equal(
            "[11:55→12:00]", "[12:00→12:05] [12:05→12:06]", "[12:06→12:11] [12:11→12:16] [12:16→12:20]");
    }

    [Fact]
    public void T13_CountsWithStoredEnd_GoOnFromIt()
    {
        var position = new WindowPosition { ResumeFrom = Clock.At("11:48") };

        Run(Base, WindowKind.Contiguous, position, "12:00").Should().Equal("[11:48→11:53] [11:53→11:58] [11:58→12:00]");
    }

    [Fact]
    public void T13_CountsWithRunEveryOfTheirOwn_UseIt()
    {
        // Q39 is mended: the reference would begin with [11:55→12:00].
        var schedule = Base with { RunEvery = TimeSpan.FromMinutes(1) };

        Run(schedule, WindowKind.Contiguous, WindowPosition.None, "12:00", "12:01").Should().Equal("[11:59→12:00]", "[12:00→12:01]");
    }

    [Fact]
    public void T14_Aggregations_LeaveTheRestForLater()
    {
        Run(Base, WindowKind.Aggregation, WindowPosition.None, "12:00:00", "12:05:03", "12:10:05", "12:40:00").Should().Equal(
            "[11:45→12:00]", "[11:50:03→12:05:03]", "[11:55:05→12:10:05]", "[12:10:05→12:25:05]");
    }

    [Theory]
    [InlineData("11:50", "", "[11:50→12:05]")]
    [InlineData("11:20", "[11:20→11:35] [11:35→11:50]", "[11:50→12:05]")]
    public void T15_AggregationsWithStoredEnd_WaitForAWholeWindow(string storedEnd, string first, string second)
    {
        var position = new WindowPosition { ResumeFrom = Clock.At(storedEnd) };

        Run(Base, WindowKind.Aggregation, position, "12:00", "12:05").Should().Equal(first, second);
    }

    [Fact]
    public void T16_AllowedOverlap_MovesAResumedWindowBack()
    {
        var position = new WindowPosition { ResumeFrom = Clock.At("11:20") };

        Run(Base with { AllowBufferTimeOverlap = true }, WindowKind.Aggregation, position, "12:00", "12:05").Should().Equal(
            "[11:10→11:25] [11:25→11:40] [11:40→11:55]", "[11:50→12:05]");
    }

    [Fact]
    public void T17_WindowsOfRunEvery_AreEvaluatedOnce()
    {
        // Q40 is mended: the reference evaluates the first two windows again at 12:05.
        Run(Base with { UseRunEveryQuerySize = true }, WindowKind.Aggregation, WindowPosition.None, "12:00", "12:05").Should().Equal(
            "[11:45→11:50] [11:50→11:55] [11:55→12:00]", "[12:00→12:05]");
    }

    [Fact]
    public void T18_SynchronisedBuckets_BeginOnABorder()
    {
        var schedule = Base with { BucketInterval = TimeSpan.FromMinutes(5), SyncBucketInterval = true };

        Run(schedule, WindowKind.Aggregation, WindowPosition.None, "12:02:10", "12:07:10", "12:12:10").Should().Equal(
            "[11:45→12:00]", "[11:50→12:05]", "[11:55→12:10]");
    }

    [Fact]
    public void T19_Buckets_KeepTheBordersOfTheFirstRun()
    {
        // Q42 is mended: the reference moves the borders to +132 s, so the same data lands in other buckets.
        var schedule = Base with { BucketInterval = TimeSpan.FromMinutes(5) };
        var first = WindowPlanner.Plan(schedule, WindowKind.Aggregation, WindowPosition.None, Clock.At("12:02:10"), Clock.At("12:02:10"), null)!;
        var position = new WindowPosition { CommittedEnd = first.Window.End, BucketOffset = first.BucketOffset };

        var second = WindowPlanner.Plan(schedule, WindowKind.Aggregation, position, Clock.At("12:07:12"), Clock.At("12:07:12"), null)!;

        first.BucketOffset.Should().Be(TimeSpan.FromSeconds(130));
        second.BucketOffset.Should().Be(TimeSpan.FromSeconds(130));
        Text(second).Should().Be("[11:52:10→12:07:10]");
    }

    [Fact]
    public void T08_Buckets_AreOffsetByTheStartOfTheWindow()
    {
        var now = Clock.At("12:00:07.5");
        var plan = WindowPlanner.Plan(
            Base with { BucketInterval = TimeSpan.FromMinutes(5) }, WindowKind.Aggregation, WindowPosition.None, now, now, null)!;

        Text(plan).Should().Be("[11:45:07.500→12:00:07.500]");
        plan.BucketOffset.Should().Be(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void Plan_RestOfExactlyOneSegment_OfAnAggregationIsNotClosed()
    {
        var plan = WindowPlanner.Plan(Base, WindowKind.Aggregation, WindowPosition.None, Clock.At("12:00"), Clock.At("12:00"), null)!;

        plan.Segments.Should().ContainSingle().Which.IsClosed.Should().BeFalse();
    }

    private static List<string> Run(RuleSchedule schedule, WindowKind kind, WindowPosition position, params string[] times)
    {
        var planned = new List<string>();
        foreach (var time in times)
        {
            var now = Clock.At(time);
            var plan = WindowPlanner.Plan(schedule, kind, position, now, now, null);
            planned.Add(plan is null ? "" : Text(plan));
            if (plan is not null)
            {
                position = new WindowPosition
                {
                    CommittedEnd = plan.Window.End,
                    MinimumStart = plan.MinimumStart,
                    BucketOffset = plan.BucketOffset,
                };
            }
        }

        return planned;
    }

    private static string Text(RunPlan plan) => string.Join(
        " ", plan.Segments.Select(segment => $"[{Clock.Text(segment.Window.Start)}→{Clock.Text(segment.Window.End)}]"));
}
