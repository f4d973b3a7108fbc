using ElastAlert.Engine.Runs;
using ElastAlert.Engine.Services;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Is a rule with two channels, whose process is killed again and again while the store lives on.</summary>
internal sealed class KillWorld : IAsyncDisposable
{
    private static readonly string[] Channels = ["0:first", "1:second"];

    private readonly FaultyStore _disk;
    private readonly EngineFixture _engine;
    private readonly List<(string Channel, Alert Alert)> _sent = [];
    private readonly HashSet<(string Channel, string AlertId)> _unrecorded = [];
    private readonly HashSet<(string Channel, string AlertId)> _repeatable = [];
    private readonly List<string> _documents = [];
    private ProcessLife _life = new();
    private DateTimeOffset _now = Clock.At("12:00");

    private KillWorld(bool aggregates, FaultyStore disk, long undeliveredBytes)
    {
        _disk = disk;
        var rule = EngineFixture.BaseRule() with { Alerters = [Some.Entry("first"), Some.Entry("second") with { Index = 1 }] };
        if (aggregates)
            rule = rule with { Alerting = rule.Alerting with { Aggregation = new RuleAggregation { Duration = TimeSpan.FromMinutes(3) } } };
        _engine = new EngineFixture(rule) { Tuning = new EngineTuning { LeaseTime = TimeSpan.Zero, UndeliveredBytes = undeliveredBytes } };
        foreach (var channel in Channels)
            _engine.Alerters.Add(new AlerterRegistration { Name = channel[2..], Create = _ => new Alerter(this, _life, channel) });
        BeginLife();
    }

    /// <summary>Gets how many processes were killed at a point.</summary>
    public int Kills { get; private set; }

    /// <summary>Makes the moves in order, lets the engine settle, and checks what was delivered and recorded.</summary>
    /// <returns>How many processes were killed.</returns>
    public static async Task<int> PlayAsync(KillMove[] moves, bool aggregates, FaultyStore disk, long undeliveredBytes = 16 * 1024 * 1024)
    {
        await using var world = new KillWorld(aggregates, disk, undeliveredBytes);
        await world.MoveAsync(new KillMove(KillStep.RunAndDeliver, 0));
        foreach (var move in moves)
            await world.MoveAsync(move);
        for (var turn = 0; turn < 12; turn++)
            await world.TurnAsync(KillStep.RunAndDeliver);
        world.Check();
        return world.Kills;
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task MoveAsync(KillMove move)
    {
        if (move.Step == KillStep.LongPause)
            _now += TimeSpan.FromMinutes(46);
        AddDocument(_now.AddSeconds(40));
        if (move.Step == KillStep.LateDocument)
            AddDocument(_now.AddMinutes(-7));
        var queries = _engine.Data.Queries.Count;
        _engine.Data.Fail = number => move.Step == KillStep.QueryFails && number == queries + 1 ? new SearchException("down") : null;
        _disk.IsDown = move.Step == KillStep.StoreDown;

        // A pause that is longer than buffer_time may follow, and a document that came late before it must have been read by then.
        _life.KillAt(move.Step == KillStep.LateDocument ? 0 : move.KillAt);
        await TurnAsync(move.Step);
        _disk.IsDown = false;
        _engine.Data.Fail = static _ => null;
        _life.KillAt(0);
        if (_life.IsOver)
            Kill();
    }

    // Whatever the engine goes on to do after the point at which it is killed reaches nobody.
    private async Task TurnAsync(KillStep step)
    {
        _now += TimeSpan.FromMinutes(1);
        _engine.Time.SetTo(_now);
        if (step == KillStep.Restart)
            await _engine.RestartAsync();
        await _engine.Worker.FireAsync(_now, Firing.Scheduled, CancellationToken.None);
        await _engine.Worker.SendHeldAsync(_now, sendAll: false, CancellationToken.None);
        if (step != KillStep.Run)
            await _engine.DeliverAsync();
    }

    private void Kill()
    {
        Kills++;
        _repeatable.UnionWith(_unrecorded);
        _unrecorded.Clear();
        _engine.Kill();
        BeginLife();
    }

    private void BeginLife()
    {
        _life = new ProcessLife();
        var way = new MortalStore(_life, _disk, _engine.History, Recorded);
        (_engine.Store, _engine.Outbox, _engine.HistoryWay) = (way, way, way);
    }

    private void Sent(string channel, Alert alert)
    {
        _sent.Add((channel, alert));
        _unrecorded.Add((channel, alert.Id));
    }

    private void Recorded(OutboxChange change)
    {
        if (change is OutboxChange.Updated { Entry.State: OutboxEntryState.Delivered } updated)
            _unrecorded.Remove((updated.Entry.Channel, updated.AlertId));
    }

    private void Check()
    {
        foreach (var channel in Channels)
        {
            var delivered = _sent.Where(sent => sent.Channel == channel).SelectMany(static sent => sent.Alert.Matches).Select(EngineFixture.Id).Distinct();
            delivered.Should().BeEquivalentTo(_documents, "what was found is what was delivered");
        }

        _sent.SelectMany(static sent => sent.Alert.Matches.Select(match => (Document: EngineFixture.Id(match), sent.Alert.Id))).Distinct()
            .Should().HaveCount(_documents.Count, "a repeated delivery carries the same alert id");
        _sent.GroupBy(static sent => (sent.Channel, sent.Alert.Id)).Where(static group => group.Count() > 1).Select(static group => group.Key)
            .Should().BeSubsetOf(_repeatable, "an alert is repeated only where a kill fell between sending and recording");
        _engine.Records(HistoryKind.Status).Sum(static record => record.GetProperty("matches").GetInt64())
            .Should().Be(_documents.Count, "each match is counted in one run");
    }

    private void AddDocument(DateTimeOffset moment)
    {
        _documents.Add($"d{_documents.Count}");
        _engine.Data.Add(Some.Hit("{}", moment, _documents[^1], "idx"));
    }

    private sealed class Alerter(KillWorld world, ProcessLife life, string channel) : IAlerter
    {
        public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) => life.LeaveAsync(() =>
        {
            world.Sent(channel, alert);
            return Task.FromResult(AlertReceipt.None);
        });
    }
}
