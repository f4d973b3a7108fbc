namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Knows the requests that are on their way, so that a test moves the clock only when nothing but the clock is waited for.</summary>
internal sealed class Traffic
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = NewChange();
    private int _onTheirWay;
    private int _hanging;

    public void Begin() => Change(1, 0);

    public void End(bool hasTimedOut) => Change(-1, hasTimedOut ? -1 : 0);

    /// <summary>Takes note that a request will get no answer before its time is over.</summary>
    public void Hang() => Change(0, 1);

    /// <summary>Returns what ends a request when its answer is disposed.</summary>
    public IDisposable EndOf(SearchResponse answer) => new Ending(this, answer);

    /// <summary>Waits until no request is on its way, except those that wait for the clock.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (Changed() is { } changed)
            await changed.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task? Changed()
    {
        lock (_lock)
            return _onTheirWay <= _hanging ? null : _changed.Task;
    }

    private void Change(int onTheirWay, int hanging)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            (_onTheirWay, _hanging) = (_onTheirWay + onTheirWay, _hanging + hanging);
            (changed, _changed) = (_changed, NewChange());
        }

        changed.SetResult();
    }

    private sealed class Ending(Traffic traffic, SearchResponse answer) : IDisposable
    {
        private int _isEnded;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isEnded, 1) != 0)
                return;
            answer.DisposeAsync().AsTask().GetAwaiter().GetResult();
            traffic.End(hasTimedOut: false);
        }
    }
}
