using System.Text.Json;
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

    [Fact]
    public async Task Restart_AmidTheSearchesBeforeTheFirstRun_GoesOnWithTheNext()
    {
        await using var engine = new EngineFixture(EngineFixture.BaseRule(type: "seeded"));
        engine.RuleTypes.Add(new RuleTypeRegistration
        {
            Name = "seeded",
            Describe = static _ => new RuleTypeNeeds { Seed = static (_, _, last) => Next(last) },
            Create = static _ => new SeededRuleType(),
        });
        var asked = new List<string>();
        engine.Data.Seed = query =>
        {
            asked.Add(query.Name);
            return asked.Count == 2 ? throw new SearchException("down") : new RuleInput.Seed(query, JsonElement.Parse("{}"));
        };

        await engine.RunAt("12:00");
        engine.Kill();
        await engine.RunAt("12:11");
        await engine.RunAt("12:16");

        asked.Should().Equal("1", "2", "2", "3");
        engine.Worker.Status.LastRun!.Error.Should().BeNull();
    }

    private static SeedQuery? Next(RuleInput.Seed? last) => last?.Query.Name switch
    {
        null => Query("1"),
        "1" => Query("2"),
        "2" => Query("3"),
        _ => null,
    };

    private static SeedQuery Query(string name) => new(name, "idx", JsonElement.Parse("{}"));

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

    private sealed class SeededRuleType : IRuleType
    {
        public IReadOnlyList<RuleMatch> Evaluate(RuleInput input) => [];
    }
}
