namespace ElastAlert.Delivery;

/// <summary>Does writes one after another in their order; one that fails stays the first.</summary>
internal sealed class WriteQueue : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<Func<CancellationToken, Task>> _writes = new();
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Adds a write.</summary>
    /// <param name="write">The write; it may be repeated.</param>
    public void Add(Func<CancellationToken, Task> write)
    {
        lock (_lock)
            _writes.Enqueue(write);
    }

    /// <summary>Does the writes, until none is left or one fails.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (First() is { } write)
            {
                await write(cancellationToken).ConfigureAwait(false);
                lock (_lock)
                    _writes.Dequeue();
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    private Func<CancellationToken, Task>? First()
    {
        lock (_lock)
            return _writes.TryPeek(out var write) ? write : null;
    }
}
