using System.Collections.Concurrent;
using ElastAlert.Engine.Runs;
using ElastAlert.Engine.Services;

namespace ElastAlert.Engine;

/// <summary>Runs rules with a moved clock: at each moment every rule whose time has come, then what is held and due, then the deliveries.</summary>
internal sealed class ReplayRunner : IAsyncDisposable
{
    private readonly ReplayClock _clock;
    private readonly ConcurrentQueue<ReplayedDelivery> _deliveries = new();
    private readonly IReadOnlyList<(RuleWorker Worker, Next Next)> _rules;
    private readonly int _parallel;

    /// <summary>Creates a replay.</summary>
    /// <param name="factory">Makes what the rules share.</param>
    /// <param name="rules">The rules; all are supported.</param>
    /// <param name="start">The moment of the first runs.</param>
    /// <param name="deliver">Whether alerts are sent, besides being told.</param>
    public ReplayRunner(EngineServicesFactory factory, IReadOnlyList<Rule> rules, DateTimeOffset start, bool deliver)
    {
        _clock = new ReplayClock(start);
        var services = factory.Replay(_clock, deliver ? null : static (_, _) => new SilentAlerter(), Tell);
        _parallel = Math.Max(services.Dependencies.Options.MaxThreads, 1);
        _rules = [.. rules.Select(rule => (new RuleWorker(rule, services), new Next { At = start }))];
    }

    /// <summary>Returns the moments of a replay.</summary>
    /// <param name="start">The first.</param>
    /// <param name="end">The last, if it lies on the grid.</param>
    /// <param name="runEvery">The time between two.</param>
    public static IEnumerable<DateTimeOffset> Moments(DateTimeOffset start, DateTimeOffset end, TimeSpan runEvery)
    {
        for (var moment = start; moment <= end; moment += runEvery)
            yield return moment;
    }

    /// <summary>Does what happens at one moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The deliveries, by rule, in their order.</returns>
    public async Task<IReadOnlyList<ReplayedDelivery>> StepAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        _clock.Set(moment);
        await Parallel.ForEachAsync(
            _rules,
            new ParallelOptions { MaxDegreeOfParallelism = _parallel, CancellationToken = cancellationToken },
            async (rule, token) => await StepAsync(rule.Worker, rule.Next, moment, token).ConfigureAwait(false)).ConfigureAwait(false);
        var deliveries = _deliveries.ToList();
        _deliveries.Clear();
        return [.. deliveries.OrderBy(static delivery => delivery.Alert.Rule.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var (worker, _) in _rules)
            await worker.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task StepAsync(RuleWorker worker, Next next, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        if (moment >= next.At)
        {
            await worker.FireAsync(moment, Firing.Scheduled, cancellationToken).ConfigureAwait(false);
            next.At += worker.Rule.Schedule.RunEvery * Math.Ceiling((moment - next.At + TimeSpan.FromTicks(1)) / worker.Rule.Schedule.RunEvery);
        }

        await worker.SendHeldAsync(moment, sendAll: false, cancellationToken).ConfigureAwait(false);
        await worker.Delivery.DeliverDueAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Tell(Alert alert, OutboxEntry entry) => _deliveries.Enqueue(new ReplayedDelivery(_clock.GetUtcNow(), entry.Channel, alert));

    private sealed class Next
    {
        public DateTimeOffset At { get; set; }
    }

    private sealed class SilentAlerter : IAlerter
    {
        public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) => Task.FromResult(AlertReceipt.None);
    }
}
