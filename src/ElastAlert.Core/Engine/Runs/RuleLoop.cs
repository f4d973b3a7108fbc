using System.Threading.Channels;
using ElastAlert.Engine.Services;
using ElastAlert.Scheduling;

namespace ElastAlert.Engine.Runs;

/// <summary>Runs one rule when its time comes: on its grid, when held matches are due, and when somebody asks. Keeps its lease meanwhile.</summary>
internal sealed class RuleLoop : IAsyncDisposable
{
    private readonly RuleWorker _worker;
    private readonly RunGrid _grid;
    private readonly SemaphoreSlim _slots;
    private readonly TimeProvider _time;
    private readonly TimeSpan _drain;
    private readonly Channel<TaskCompletionSource<RunReport?>> _requests = Channel.CreateUnbounded<TaskCompletionSource<RunReport?>>();
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    /// <summary>Creates the loop of a rule.</summary>
    /// <param name="worker">The rule.</param>
    /// <param name="slots">Bounds how many rules run at the same time.</param>
    /// <param name="dependencies">The clock, and how long a stop waits.</param>
    public RuleLoop(RuleWorker worker, SemaphoreSlim slots, EngineDependencies dependencies)
    {
        (_worker, _slots, _time, _drain) = (worker, slots, dependencies.Time, dependencies.Tuning.DrainTime);
        _grid = new RunGrid(worker.Rule.Name, worker.Rule.Schedule.RunEvery);
    }

    /// <summary>Gets the rule.</summary>
    public RuleWorker Worker => _worker;

    /// <summary>Starts the loop.</summary>
    public void Start()
    {
        _worker.Delivery.Start();
        _loop = Task.WhenAll(Task.Run(() => RunAsync(_stop.Token)), Task.Run(() => KeepLeaseAsync(_stop.Token)));
    }

    /// <summary>Runs the rule now.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<RunReport?> RunNowAsync(CancellationToken cancellationToken)
    {
        var request = new TaskCompletionSource<RunReport?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _requests.Writer.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        return await request.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops the loop: the run in progress is cancelled, alerts that were not tried yet go out, the lease is given back.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _requests.Writer.TryComplete();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (_requests.Reader.TryRead(out var request))
            request.TrySetCanceled();
        await _worker.Delivery.StopAsync(_drain).ConfigureAwait(false);
        await _worker.ReleaseAsync(_time.GetUtcNow()).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await InSlotAsync(now => _worker.LoadAsync(now, cancellationToken), cancellationToken).ConfigureAwait(false);
        var next = First(_time.GetUtcNow());
        while (!cancellationToken.IsCancellationRequested)
        {
            _worker.Announce(next);
            var request = await WaitAsync(next, cancellationToken).ConfigureAwait(false);
            await InSlotAsync(
                async now =>
                {
                    if (request is not null)
                        await AnswerAsync(request, now, cancellationToken).ConfigureAwait(false);
                    else if (now >= next)
                        next = await FireAsync(next, now, cancellationToken).ConfigureAwait(false);
                    await _worker.SendHeldAsync(now, sendAll: false, cancellationToken).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    // A restart does not change when a rule runs, unless it has missed a run.
    private DateTimeOffset First(DateTimeOffset now) =>
        _worker.LastRun is { } last && _grid.Next(last) is var next && next > now ? next : _grid.First(now);

    // A run may take longer than a lease lasts, and so may the waiting for a slot: meanwhile nobody else is to take the rule for abandoned.
    private async Task KeepLeaseAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Shortest(_worker.LeaseCheck), _time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            await _worker.RenewAsync(_time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
    }

    private async Task<DateTimeOffset> FireAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var late = now - due;
        var firing = late < _worker.Rule.Schedule.RunEvery
            ? Firing.Scheduled
            : new Firing { Notices = [$"The run began {late} late; it covers the whole gap"] };
        await _worker.FireAsync(now, firing, cancellationToken).ConfigureAwait(false);
        var next = _grid.Next(_time.GetUtcNow());
        if (_worker.PausedUntil is not { } paused)
            return next;

        // A lease may end before the grid comes round; a pause lasts longer than it.
        return _worker.Status.Condition == RuleCondition.OwnedElsewhere && paused > now && paused < next || paused > next ? paused : next;
    }

    private async Task AnswerAsync(TaskCompletionSource<RunReport?> request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            request.TrySetResult(
                await _worker.FireAsync(now, new Firing { IgnoresExecutionLimit = true }, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            request.TrySetCanceled(cancellationToken);
            throw;
        }
    }

    private async Task InSlotAsync(Func<DateTimeOffset, Task> work, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await work(_time.GetUtcNow()).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<TaskCompletionSource<RunReport?>?> WaitAsync(DateTimeOffset next, CancellationToken cancellationToken)
    {
        var wake = _worker.NextWake is { } due && due < next ? due : next;
        var now = _time.GetUtcNow();
        if (_requests.Reader.TryRead(out var waiting))
            return waiting;
        if (wake <= now)
            return null;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = _requests.Reader.WaitToReadAsync(either.Token).AsTask();
        var timer = Task.Delay(Shortest(wake - now), _time, either.Token);
        await Task.WhenAny(asked, timer).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(asked, timer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return _requests.Reader.TryRead(out var request) ? request : null;
    }

    // Timers of the platform do not reach further than some weeks.
    private static TimeSpan Shortest(TimeSpan wait) => wait < TimeSpan.FromDays(1) ? wait : TimeSpan.FromDays(1);
}
