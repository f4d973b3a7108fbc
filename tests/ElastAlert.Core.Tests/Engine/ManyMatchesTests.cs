using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine;

public sealed class ManyMatchesTests
{
    private const int Count = 12_000;

    [Fact]
    public async Task EveryHitMatches_AreSpilledAndDecidedInParts()
    {
        var store = new FaultyStore();
        await using var engine = World(store);

        var report = await engine.RunAt("12:00");

        (report!.Matches, report.Alerts).Should().Be((Count, Count));
        engine.Delivered.Should().OnlyHaveUniqueItems().And.HaveCount(Count);
        engine.Alerter.Alerts.Should().OnlyContain(static alert => alert.Matches[0].Fields.Find("num_matches").ToText() == "12000"
            && alert.Matches[0].Fields.Find("num_hits").ToText() == "12000");
        store.Commits.Max(static commit => commit.Alerts.Count).Should().BeLessThan(Count / 2);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(9)]
    public async Task KilledOnTheWay_EveryMatchIsDeliveredOnceWithTheSameTotals(int commit)
    {
        var store = new FaultyStore();
        await using var engine = World(store);
        var commits = 0;
        store.Before = step => step == "commit" && ++commits == commit ? throw new IOException("killed") : Task.CompletedTask;

        await engine.RunAt("12:00");
        engine.Kill();
        await engine.RunAt("12:11");

        engine.Delivered.Should().OnlyHaveUniqueItems().And.HaveCount(Count);
        engine.Alerter.Alerts.Should().OnlyContain(static alert => alert.Matches[0].Fields.Find("num_matches").ToText() == "12000");
        engine.Alerter.Alerts.Should().OnlyContain(static alert => alert.Matches[0].Fields.Find("num_hits").ToText() == "12000");
    }

    private static EngineFixture World(FaultyStore store)
    {
        var engine = new EngineFixture();
        (engine.Store, engine.Outbox, store.Inner) = (store, store, engine.Memory);
        engine.Data.PageSize = 1000;
        for (var number = 0; number < Count; number++)
            engine.Data.Add(Some.Hit("{}", Clock.At("11:46").AddMilliseconds(number * 50), $"h{number}", "idx"));
        return engine;
    }
}
