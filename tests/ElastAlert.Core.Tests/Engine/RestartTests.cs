using ElastAlert.Engine;

namespace ElastAlert.Core.Tests.Engine;

public sealed class RestartTests
{
    [Fact]
    public async Task Restart_BetweenTwoRuns_KeepsTheMomentsOfTheRuns()
    {
        await using var engine = new EngineFixture();
        engine.Source = new FakeRuleSource(engine.Rule);
        var next = await RunOnceAsync(engine);

        await using var restarted = new ElastAlertEngine(engine.Dependencies());
        await restarted.StartAsync(CancellationToken.None);
        await engine.Time.WaitForTimersAsync(3, TestContext.Current.CancellationToken);

        restarted.Rules.Single().NextRun.Should().Be(next);
    }

    [Fact]
    public async Task Restart_AfterAMissedRun_RunsSoon()
    {
        await using var engine = new EngineFixture();
        engine.Source = new FakeRuleSource(engine.Rule);
        var next = await RunOnceAsync(engine);
        engine.Time.SetTo(next!.Value.AddSeconds(1));

        await using var restarted = new ElastAlertEngine(engine.Dependencies());
        await restarted.StartAsync(CancellationToken.None);
        await engine.Time.WaitForTimersAsync(3, TestContext.Current.CancellationToken);

        restarted.Rules.Single().NextRun.Should().BeBefore(next.Value.AddSeconds(16));
    }

    [Fact]
    public async Task Restart_WithARuleThatDetectsSomethingElse_RunsSoon()
    {
        await using var engine = new EngineFixture();
        engine.Source = new FakeRuleSource(engine.Rule);
        await RunOnceAsync(engine);
        engine.Source = new FakeRuleSource(EngineFixture.BaseRule() with { Query = new RuleQuery { Index = "other" }, Fingerprint = "changed" });
        var now = engine.Time.GetUtcNow();

        await using var restarted = new ElastAlertEngine(engine.Dependencies());
        await restarted.StartAsync(CancellationToken.None);
        await engine.Time.WaitForTimersAsync(3, TestContext.Current.CancellationToken);

        restarted.Rules.Single().NextRun.Should().BeBefore(now.AddSeconds(15));
    }

    // The first run is soon after the start; the next one is on the grid.
    private static async Task<DateTimeOffset?> RunOnceAsync(EngineFixture engine)
    {
        await using var elastAlert = new ElastAlertEngine(engine.Dependencies());
        await elastAlert.StartAsync(CancellationToken.None);
        while (elastAlert.Rules.Single().LastRun is null)
        {
            await engine.Time.WaitForTimersAsync(3, TestContext.Current.CancellationToken);
            await engine.Time.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        await engine.Time.WaitForTimersAsync(3, TestContext.Current.CancellationToken);
        var next = elastAlert.Rules.Single().NextRun;
        await elastAlert.StopAsync();
        return next;
    }
}
