using ElastAlert.Querying;

namespace ElastAlert.Core.Tests.Querying;

public sealed class OverlapPlanTests
{
    [Theory]
    [InlineData(60, 1)]
    [InlineData(14 * 60, 10)]
    [InlineData(3600, 30)]
    [InlineData(86_400, 900)]
    [InlineData(400 * 86_400, 604_800)]
    public void For_Overlap_HasBucketsOfARoundWidth(int seconds, int expected)
    {
        var start = TestRule.At("00:00");

        OverlapPlan.For(new TimeWindow(start, start.AddSeconds(seconds))).Interval.Should().Be(TimeSpan.FromSeconds(expected));
    }

    [Fact]
    public void For_YearsOfOverlap_StaysBelowTheLimitOfBuckets()
    {
        var start = TestRule.At("00:00");
        var plan = OverlapPlan.For(new TimeWindow(start, start.AddYears(20)));

        (plan.Overlap.Duration / plan.Interval).Should().BeLessThanOrEqualTo(120);
    }

    [Theory]
    [InlineData("11:59:59", false)]
    [InlineData("12:00:00", true)]
    [InlineData("12:01:00", true)]
    [InlineData("12:01:01", false)]
    public void Holds_Bucket_LiesInTheSpanOrTheSecondOfItsEnd(string bucket, bool expected) =>
        OverlapPlan.For(TestRule.Window("12:00", "12:01")).Holds([Found(bucket, 1, 1)]).Should().Be(expected);

    [Fact]
    public void Changed_SameCountsAndSums_IsNothing()
    {
        var seen = new[] { Seen("12:00:01", 5), Seen("12:00:01.5", 7), Seen("12:00:02", 9) };

        Changed([Found("12:00:01", 2, 12), Found("12:00:02", 1, 9)], seen).Should().BeEmpty();
    }

    [Fact]
    public void Changed_LateDocument_IsItsBucketOnly()
    {
        var seen = new[] { Seen("12:00:01", 5), Seen("12:00:07", 9) };

        Changed([Found("12:00:01", 2, 12), Found("12:00:07", 1, 9)], seen).Should().Equal(Span("12:00:01", "12:00:02"));
    }

    [Fact]
    public void Changed_DocumentWrittenAnew_IsFoundByItsSum()
    {
        Changed([Found("12:00:01", 1, 6)], [Seen("12:00:01", 5)]).Should().Equal(Span("12:00:01", "12:00:02"));
    }

    [Fact]
    public void Changed_DocumentMovedInTime_IsFoundWhereItIsNow()
    {
        Changed([Found("12:00:08", 1, 6)], [Seen("12:00:01", 5)]).Should().Equal(Span("12:00:08", "12:00:09"));
    }

    [Fact]
    public void Changed_Neighbours_AreOneSpan()
    {
        Changed([Found("12:00:01", 1, 1), Found("12:00:02", 1, 2), Found("12:00:03", 1, 3), Found("12:00:05", 1, 4)], [Seen("12:00:02", 2)])
            .Should().Equal(Span("12:00:01", "12:00:02"), Span("12:00:03", "12:00:04"), Span("12:00:05", "12:00:06"));
        Changed([Found("12:00:01", 1, 1), Found("12:00:02", 1, 2)], []).Should().Equal(Span("12:00:01", "12:00:03"));
    }

    [Fact]
    public void Changed_DocumentsOutsideTheOverlap_DoNotCount()
    {
        // The start of the overlap is outside, its end inside; what is beyond was seen in another window.
        var seen = new[] { Seen("12:00:00", 1), Seen("12:00:30", 2), Seen("12:00:30.001", 3) };

        Changed([Found("12:00:30", 1, 2)], seen).Should().BeEmpty();
    }

    [Fact]
    public void Changed_UnknownVersion_IsReadAgain()
    {
        Changed([Found("12:00:01", 1, 5)], [Seen("12:00:01", -1)]).Should().HaveCount(1);
    }

    private static IReadOnlyList<TimeWindow> Changed(OverlapBucket[] found, (DateTimeOffset, long)[] seen) =>
        OverlapPlan.For(TestRule.Window("12:00:00", "12:00:30")).Changed(found, seen);

    private static OverlapBucket Found(string time, long count, double sum) => new(TestRule.At(time).ToUnixTimeMilliseconds(), count, sum);

    private static (DateTimeOffset, long) Seen(string time, long sequenceNumber) => (TestRule.At(time), sequenceNumber);

    private static TimeWindow Span(string start, string end) => TestRule.Window(start, end);
}
