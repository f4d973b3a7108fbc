using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>However long a rule runs, its state has few parts: each of them is named by every commit.</summary>
public sealed class StatePartsTests
{
    [Fact]
    public async Task State_ThreeDaysWithMatchesInEveryRun_HasFewParts()
    {
        var rule = EngineFixture.Frequency(2, TimeSpan.FromMinutes(10));
        await using var engine = new EngineFixture(rule with
        {
            Schedule = rule.Schedule with { RunEvery = TimeSpan.FromMinutes(5) },
            Alerting = rule.Alerting with { Realert = TimeSpan.FromMinutes(1) },
        });
        var most = 0;
        for (var run = 0; run < 3 * 24 * 12; run++)
        {
            var now = Clock.At("12:00").AddMinutes(5 * run);
            engine.Time.SetTo(now);
            for (var number = 0; number < 3; number++)
                engine.Data.Add(Some.Hit("{}", now.AddSeconds(-200 + number), $"d{run}-{number}", "idx"));
            await engine.Worker.FireAsync(now, ElastAlert.Engine.Firing.Scheduled, CancellationToken.None);
            await engine.DeliverAsync();
            engine.Alerter.Alerts.Count.Should().Be(run + 1);
            most = Math.Max(most, (await engine.Memory.LoadAsync("r", CancellationToken.None))!.Parts.Count);
        }

        most.Should().BeLessThan(100);
    }
}
