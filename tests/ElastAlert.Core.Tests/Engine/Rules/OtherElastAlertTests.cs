namespace ElastAlert.Core.Tests.Engine.Rules;

/// <summary>Another ElastAlert that runs the same rule is reported: beside this one, or while this one was stopped.</summary>
public sealed class OtherElastAlertTests
{
    [Fact]
    public async Task Run_TheOtherStillRuns_IsReportedUntilItStops()
    {
        var runs = new FakeRuns();
        await using var engine = new EngineFixture { Runs = runs, Import = FakeImport.EndedAt("11:50") };
        runs.Add("11:50", "11:50");
        (await engine.RunAt("12:00"))!.Notices.Should().BeEmpty("what it did before is taken over");

        runs.Add("12:02", "12:02");
        var report = await engine.RunAt("12:05");

        report!.Notices.Should().ContainSingle().Which.Should().StartWith(
            "Another ElastAlert has run this rule up to 2024-01-01T12:02:00Z (recorded at 2024-01-01T12:02:00Z): stop it, or both alert the same matches");
        engine.Worker.Status.Condition.Should().Be(RuleCondition.Degraded);
        engine.Logs.Lines.Should().ContainSingle(static line => line.StartsWith("Warning: Rule r: Another ElastAlert", StringComparison.Ordinal));
        await engine.RunAt("12:10");
        engine.Worker.Status.Condition.Should().Be(RuleCondition.Running);
    }

    [Fact]
    public async Task Run_TheOtherRanWhileThisOneWasStopped_IsReportedAndTheSpanIsCoveredAgain()
    {
        var runs = new FakeRuns();
        await using var engine = new EngineFixture { Runs = runs };
        await engine.RunAt("11:00");
        await engine.RestartAsync();
        runs.Add("11:45", "11:45");
        engine.Data.Add("a", "11:30");

        var report = await engine.RunAt("12:00");

        report!.Notices.Should().ContainSingle().Which.Should().Contain("up to 2024-01-01T11:45:00Z").And.Contain("may be alerted twice");
        engine.Delivered.Should().Equal("a");
    }

    [Fact]
    public async Task Run_NothingToReport_LooksMoreAndMoreRarely()
    {
        var runs = new FakeRuns();
        await using var engine = new EngineFixture { Runs = runs };

        for (var minute = 0; minute < 10 * 60; minute += 5)
            await engine.RunAt($"{12 + (minute / 60)}:{minute % 60:00}");

        runs.Looks.Should().BeLessThan(16);
    }

    [Fact]
    public async Task Run_RecordsCannotBeRead_RunsAllTheSame()
    {
        await using var engine = new EngineFixture { Runs = new FakeRuns { Fail = new SearchException("down") } };
        engine.Data.Add("a", "11:50");

        await engine.RunAt("12:00");

        engine.Delivered.Should().Equal("a");
        engine.Errors.Should().BeEmpty();
    }

    private sealed class FakeRuns : IRecordedRuns
    {
        private readonly List<RecordedRun> _runs = [];

        public int Looks { get; private set; }

        public Exception? Fail { get; init; }

        public void Add(string end, string recordedAt) => _runs.Add(new RecordedRun(Clock.At(end), Clock.At(recordedAt)));

        public Task<IReadOnlyList<RecordedRun>> ByOthersAsync(string rule, CancellationToken cancellationToken)
        {
            Looks++;
            return Fail is null ? Task.FromResult<IReadOnlyList<RecordedRun>>([.. _runs]) : Task.FromException<IReadOnlyList<RecordedRun>>(Fail);
        }
    }
}
