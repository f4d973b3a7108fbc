using ElastAlert.Engine;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Is an engine whose process is killed when the fault point says so.</summary>
internal sealed class KillWorld : IAsyncDisposable
{
    private readonly FaultyStore _store;
    private readonly EngineFixture _engine;
    private readonly Dictionary<string, HashSet<string>> _alertsOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _repeatable = new(StringComparer.Ordinal);
    private readonly List<string> _sent = [];
    private readonly HashSet<string> _expected = new(StringComparer.Ordinal);
    private string? _killAt;
    private DateTimeOffset _now = Clock.At("12:00");
    private int _number;

    public KillWorld(bool aggregates, FaultyStore store)
    {
        _store = store;
        var rule = EngineFixture.BaseRule() with { Alerters = [Some.Entry("world")] };
        if (aggregates)
            rule = rule with { Alerting = rule.Alerting with { Aggregation = new RuleAggregation { Duration = TimeSpan.FromMinutes(3) } } };
        _engine = new EngineFixture(rule) { Tuning = new EngineTuning { LeaseTime = TimeSpan.Zero } };
        (_engine.Store, _engine.Outbox) = (_store, _store);
        _engine.Alerters.Add(new AlerterRegistration { Name = "world", Create = _ => new Alerter(this) });
        _store.Before = Reach;
    }

    /// <summary>Does the steps in order, lets the engine settle, and checks what was delivered.</summary>
    public static async Task<bool> HoldsAsync(KillStep[] steps, bool aggregates, FaultyStore store)
    {
        await using var world = new KillWorld(aggregates, store);
        await world.DoAsync(KillStep.Run);
        foreach (var step in steps)
            await world.DoAsync(step);
        await world.SettleAsync();
        return world.IsComplete();
    }

    public async Task DoAsync(KillStep step)
    {
        _killAt = step switch
        {
            KillStep.KillInCommit => "commit",
            KillStep.KillAfterCommit => "committed",
            KillStep.KillInSend => "sent",
            KillStep.KillBeforeRecord => "record",
            KillStep.KillAfterRecord => "recorded",
            _ => null,
        };
        _store.IsDown = step == KillStep.StoreDown;
        _now += step == KillStep.LongPause ? TimeSpan.FromMinutes(47) : TimeSpan.FromMinutes(1);
        _engine.Time.SetTo(_now);
        AddDocument(_now.AddSeconds(-20));
        if (step == KillStep.LateDocument)
            AddDocument(_now.AddMinutes(-8));
        var queries = _engine.Data.Queries.Count;
        _engine.Data.Fail = number => step == KillStep.QueryFails && number == queries + 1 ? new SearchException("down") : null;
        await TurnAsync(step);
        _engine.Data.Fail = static _ => null;
        _killAt = null;
        _store.IsDown = false;
    }

    public async Task SettleAsync()
    {
        for (var turn = 0; turn < 12; turn++)
        {
            _now += TimeSpan.FromMinutes(1);
            _engine.Time.SetTo(_now);
            await TurnAsync(KillStep.Deliver);
        }
    }

    public bool IsComplete()
    {
        _alertsOf.Keys.Should().BeEquivalentTo(_expected, "what was found is what was delivered");
        _alertsOf.Values.Should().OnlyContain(static ids => ids.Count == 1, "a repeated delivery carries the same alert id");
        _sent.GroupBy(static id => id).Where(static group => group.Count() > 1).Select(static group => group.Key)
            .Should().BeSubsetOf(_repeatable, "an alert is repeated only where a kill fell between sending and recording");
        return true;
    }

    private Task<AlertReceipt> Send(Alert alert)
    {
        _sent.Add(alert.Id);
        foreach (var match in alert.Matches)
        {
            if (!_alertsOf.TryGetValue(EngineFixture.Id(match), out var ids))
                _alertsOf[EngineFixture.Id(match)] = ids = [];
            ids.Add(alert.Id);
        }

        if (_killAt is "sent" or "record" or "recorded" || _store.IsDown)
            _repeatable.Add(alert.Id);
        return _killAt == "sent" ? throw new OperationCanceledException(new CancellationToken(true)) : Task.FromResult(AlertReceipt.None);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private sealed class Alerter(KillWorld world) : IAlerter
    {
        public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) => world.Send(alert);
    }

    private Task Reach(string point) => point == _killAt ? throw new IOException("killed") : Task.CompletedTask;

    private async Task TurnAsync(KillStep step)
    {
        if (step == KillStep.Restart)
            await _engine.RestartAsync();
        if (step == KillStep.Kill)
            _engine.Kill();
        using var kill = new CancellationTokenSource();
        await _engine.Worker.FireAsync(_now, Firing.Scheduled, kill.Token);
        await _engine.Worker.SendHeldAsync(_now, sendAll: false, kill.Token);
        if (step != KillStep.Run || _number % 2 == 0)
            await DeliverAsync(kill);
        if (step.ToString().StartsWith("Kill", StringComparison.Ordinal))
            _engine.Kill();
    }

    // In a real process a kill ends everything at once; here the attempt is abandoned as it is.
    private async Task DeliverAsync(CancellationTokenSource kill)
    {
        if (_killAt == "sent")
            await kill.CancelAsync();
        try
        {
            await _engine.Worker.Delivery.DeliverDueAsync(kill.Token);
        }
        catch (OperationCanceledException)
        {
            _engine.Kill();
        }
    }

    private void AddDocument(DateTimeOffset moment)
    {
        var id = $"d{_number++}";
        _engine.Data.Add(Some.Hit("{}", moment, id, "idx"));
        _expected.Add(id);
    }
}
