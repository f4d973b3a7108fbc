namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Has somebody else commit on the rule of some of the alerts while they are sent. The clock waits for what is sent to be recorded.</summary>
internal sealed class InterruptedSendings
{
    private readonly FaultWorld _world;
    private readonly int _every;
    private volatile bool _isStopped;
    private int _sendings;
    private int _count;

    public InterruptedSendings(FaultWorld world, int every)
    {
        (_world, _every) = (world, every);
        world.Sending = Send;
        if (world.Store is { } store)
            store.Recorded = Recorded;
        else
            world.Search.Answer = Answered;
    }

    /// <summary>Gets how many sendings were interrupted.</summary>
    public int Count => _count;

    /// <summary>Lets alerts be sent undisturbed.</summary>
    public void Stop() => _isStopped = true;

    private void Send(Alert alert)
    {
        _world.Traffic.Begin();
        if (_isStopped || Interlocked.Increment(ref _sendings) % _every != 0)
            return;
        Interlocked.Increment(ref _count);
        _world.CommitAsSomebodyElseAsync(alert.Rule.Name).GetAwaiter().GetResult();
    }

    private void Recorded(IReadOnlyList<OutboxChange> changes)
    {
        foreach (var _ in changes.OfType<OutboxChange.Updated>())
            _world.Traffic.End(hasTimedOut: false);
    }

    // What became of an attempt is written on top of the entries, which are read for it; nothing else reads them by id.
    private void Answered(SearchRequest request)
    {
        if (request.Path.StartsWith($"/{FaultWorld.Writeback}_outbox/_mget", StringComparison.Ordinal))
            _world.Traffic.End(hasTimedOut: false);
    }
}
