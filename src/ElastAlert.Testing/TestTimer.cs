namespace ElastAlert.Testing;

/// <summary>Is a timer of a <see cref="TestClock"/>.</summary>
internal sealed class TestTimer(TestClock clock, TimerCallback callback, object? state) : ITimer
{
    private volatile bool _isDisposed;

    /// <summary>Gets or sets the time on the clock at which it fires next; owned by the clock.</summary>
    public TimeSpan? Due { get; set; }

    /// <summary>Gets or sets what orders timers that are due together, and tells a changed timer; owned by the clock.</summary>
    public long Number { get; set; }

    public TimeSpan? Period { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed)
            return false;
        Period = period > TimeSpan.Zero ? period : null;
        clock.Schedule(this, dueTime < TimeSpan.Zero ? null : dueTime);
        if (dueTime == TimeSpan.Zero)
            clock.Advance(TimeSpan.Zero);
        return true;
    }

    public void Fire()
    {
        if (!_isDisposed)
            callback(state);
    }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        clock.Schedule(this, null);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
