using System.Text;
using ElastAlert.Core.Tests.Engine;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Rules;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Delivery;

/// <summary>Begins with very many alerts that could not be delivered: their content stays in the outbox until they are sent.</summary>
public sealed class UndeliveredTests
{
    private const long MostBytes = 16 * 1024 * 1024;
    private const long LargestAlert = 10_000;

    [Fact]
    public async Task FiftyThousandAlertsAfterAnOutage_GoOutOnceInOrderWithBoundedMemory()
    {
        const int Count = 50_000;
        var sent = new List<string>();
        var most = 0L;
        var engine = new EngineFixture();
        await using var _ = engine;
        World(engine, alert =>
        {
            most = Math.Max(most, engine.Worker.Delivery.Bytes);
            alert.Body.Should().Be("body of " + alert.Id);
            alert.Matches[0].Fields.Find("id").AsText().Should().Be(alert.Id);
            sent.Add(alert.Id);
            return null;
        });
        await CommitAsync(engine, Count);

        await engine.RunAt("12:00");

        sent.Should().Equal(Enumerable.Range(0, Count).Select(IdOf));
        most.Should().BeInRange(MostBytes / 2, MostBytes + LargestAlert, "there is more than fits");
        engine.Worker.Status.PendingAlerts.Should().Be(0);
        engine.Worker.Delivery.Bytes.Should().Be(0);
        (await engine.Memory.LoadAsync("r", includeDead: true, CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task ManyAlertsThatFailAgainAndAgain_AreKeptWithTheirTextsAndEndAsDeadLettersInTime()
    {
        const int Count = 8_000;
        var isDown = true;
        var sent = new List<string>();
        await using var engine = World(new EngineFixture(), alert =>
        {
            if (isDown || alert.Id == IdOf(7))
                return new AlertDeliveryException("down");
            sent.Add(alert.Id);
            return null;
        });
        await CommitAsync(engine, Count);

        for (var round = 0; round < 3; round++)
        {
            await engine.RunAt($"12:{round:00}");
            engine.Worker.Delivery.Bytes.Should().BeLessThan(MostBytes + LargestAlert);
            engine.Worker.Status.PendingAlerts.Should().Be(Count);
        }

        isDown = false;
        await engine.RunAt("12:30");
        await engine.RunAt("13:01");

        sent.Should().OnlyHaveUniqueItems().And.HaveCount(Count - 1);
        engine.Worker.Status.DeadLetters.Should().Be(1);
        var dead = (await engine.Memory.LoadAsync("r", includeDead: true, CancellationToken.None)).Should().ContainSingle().Subject;
        dead.Id.Should().Be(IdOf(7));
        dead.Entries[0].Should().BeEquivalentTo(new { State = OutboxEntryState.Dead, Body = "body of " + IdOf(7), Subject = "subject", LastError = "down" });
    }

    [Fact]
    public async Task AlertThatSomebodyRemoved_IsNotSentAndNotWaitedFor()
    {
        const int Count = 8_000;
        var sent = new List<string>();
        await using var engine = World(new EngineFixture(), alert =>
        {
            sent.Add(alert.Id);
            return null;
        });
        await CommitAsync(engine, Count);
        await engine.Worker.LoadAsync(engine.Time.GetUtcNow(), CancellationToken.None);

        await engine.Memory.RecordAsync([new OutboxChange.Removed("r", IdOf(Count - 1))], CancellationToken.None);
        await engine.DeliverAsync();

        sent.Should().HaveCount(Count - 1);
        engine.Worker.Status.PendingAlerts.Should().Be(0);
    }

    private static EngineFixture World(EngineFixture engine, Func<Alert, AlertDeliveryException?> send)
    {
        engine.Rule = engine.Rule with { Alerters = [Some.Entry("own")] };
        engine.Alerters.Add(new AlerterRegistration { Name = "own", Create = _ => new OwnAlerter(send) });
        return engine;
    }

    private static string IdOf(int number) => $"r/last/{number}";

    private static Task<CommitOutcome> CommitAsync(EngineFixture engine, int count) => engine.Memory.CommitAsync(
        new RunCommit
        {
            Rule = "r",
            CommitId = "last",
            PreviousCommitId = null,
            Lease = new RuleLease("other", 1, Clock.At("11:55")),
            Checkpoint = ElastAlert.Engine.Memory.CheckpointCodec.Write(new ElastAlert.Engine.Memory.Checkpoint()),
            Alerts = [.. Enumerable.Range(0, count).Select(AlertOf)],
        },
        CancellationToken.None);

    private static OutboxAlert AlertOf(int number) => new()
    {
        Id = IdOf(number),
        Rule = "r",
        DedupKey = "r",
        AlertTime = Clock.At("11:50"),
        CreatedAt = Clock.At("11:50"),
        Ordinal = number,
        Matches = Encoding.UTF8.GetBytes(
            $$"""[{"fields": {"id": "{{IdOf(number)}}", "text": "{{new string('x', 1500)}}"}, "at": "2024-01-01T11:49:00Z"}]"""),
        Entries =
        [
            new OutboxEntry { Channel = "0:own", Subject = "subject", Body = "body of " + IdOf(number), NextAttempt = Clock.At("11:50"), Deadline = Clock.At("13:00") },
        ],
    };

    private sealed class OwnAlerter(Func<Alert, AlertDeliveryException?> send) : IAlerter
    {
        public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
            send(alert) is { } failure ? throw failure : Task.FromResult(AlertReceipt.None);
    }
}
