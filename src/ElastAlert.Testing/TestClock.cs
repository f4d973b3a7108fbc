namespace ElastAlert.Testing;

/// <summary>Is a clock that stands still until a test moves it.</summary>
/// <remarks>
/// Timers fire in the order in which they are due, on the thread that moves the clock, and see the moment they were due at. Where the work
/// that a timer starts goes on asynchronously and sets the next timer, use <see cref="AdvanceAsync"/> or <see cref="WaitForTimersAsync"/>.
/// </remarks>
/// <param name="start">The moment at which the clock stands at first.</param>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TestTimer, (TimeSpan Due, long Number)> _queue = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private DateTimeOffset _origin = start.ToUniversalTime();
    private TimeSpan _elapsed;
    private long _numbers;
    private int _active;

    /// <summary>Creates a clock that stands at noon of the first of May 2024.</summary>
    public TestClock()
        : this(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Gets how many timers are running.</summary>
    public int ActiveTimers
    {
        get
        {
            lock (_lock)
                return _active;
        }
    }

    /// <summary>Gets the moment at which the next timer is due, or <see langword="null"/>.</summary>
    public DateTimeOffset? NextTimer
    {
        get
        {
            lock (_lock)
                return PeekDue() is { } due ? _origin + due : null;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _origin + _elapsed;
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_lock)
            return _elapsed.Ticks;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new TestTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock and fires the timers that become due on the way.</summary>
    /// <param name="time">How far; not negative.</param>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var end = Elapsed() + time;
        while (TakeDue(end) is { } timer)
            timer.Fire();
        MoveTo(end);
    }

    /// <summary>Moves the clock and, after each timer that fires, lets the work that it started run before the next one.</summary>
    /// <remarks>Work that waits for the network or for a process is not waited for.</remarks>
    /// <param name="time">How far; not negative.</param>
    public async Task AdvanceAsync(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        await QueuedWork.RunAsync().ConfigureAwait(true);
        var end = Elapsed() + time;
        while (TakeDue(end) is { } timer)
        {
            timer.Fire();
            await QueuedWork.RunAsync().ConfigureAwait(true);
        }

        MoveTo(end);
    }

    /// <summary>Sets the clock: forward like <see cref="Advance"/>; backward without touching timers, as when a system's clock is corrected.</summary>
    /// <param name="moment">The moment to show.</param>
    public void SetTo(DateTimeOffset moment)
    {
        var distance = moment - GetUtcNow();
        if (distance >= TimeSpan.Zero)
        {
            Advance(distance);
            return;
        }

        lock (_lock)
            _origin += distance;
    }

    /// <summary>Waits until a number of timers run: until every loop under test has gone back to sleep.</summary>
    /// <param name="count">How many timers at least.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task WaitForTimersAsync(int count, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_active >= count)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }

    internal void Schedule(TestTimer timer, TimeSpan? dueTime)
    {
        lock (_lock)
        {
            if (timer.Due is not null)
                _active--;
            timer.Number = ++_numbers;
            timer.Due = dueTime is { } wait ? _elapsed + wait : null;
            if (timer.Due is not { } due)
                return;
            _active++;
            _queue.Enqueue(timer, (due, timer.Number));
            Announce();
        }
    }

    private TimeSpan Elapsed()
    {
        lock (_lock)
            return _elapsed;
    }

    private void MoveTo(TimeSpan end)
    {
        lock (_lock)
            _elapsed = end > _elapsed ? end : _elapsed;
    }

    private TestTimer? TakeDue(TimeSpan end)
    {
        lock (_lock)
        {
            if (PeekDue() is not { } due || due > end)
                return null;
            var timer = _queue.Dequeue();
            _elapsed = due > _elapsed ? due : _elapsed;
            timer.Due = timer.Period is { } period ? due + period : null;
            if (timer.Due is { } next)
                _queue.Enqueue(timer, (next, timer.Number));
            else
                _active--;
            return timer;
        }
    }

    // An entry whose timer was changed since is stale: it stays in the queue until it comes to the front.
    private TimeSpan? PeekDue()
    {
        while (_queue.TryPeek(out var timer, out var key))
        {
            if (timer.Due == key.Due && timer.Number == key.Number)
                return key.Due;
            _queue.Dequeue();
        }

        return null;
    }

    private void Announce()
    {
        foreach (var (_, reached) in _waiting.Where(waiting => waiting.Count <= _active))
            reached.TrySetResult();
        _waiting.RemoveAll(waiting => waiting.Count <= _active);
    }
}
