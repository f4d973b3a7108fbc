namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Has somebody else commit on every rule just before some of the commits of the engine.</summary>
internal sealed class ForeignCommits
{
    private readonly FaultWorld _world;
    private readonly int _every;
    private readonly AsyncLocal<bool> _isForeign = new();
    private int _commits;
    private int _count;

    public ForeignCommits(FaultWorld world, int every)
    {
        (_world, _every) = (world, every);
        if (world.Store is { } store)
            store.Before = step => step == "commit" ? CommitAsync() : Task.CompletedTask;
        else
            world.Search.Before = request => request.Path.Contains("if_seq_no", StringComparison.Ordinal) ? CommitAsync() : Task.CompletedTask;
    }

    /// <summary>Gets how often somebody else was faster.</summary>
    public int Count => _count;

    /// <summary>Gets or sets whether the engine commits undisturbed.</summary>
    public bool IsStopped { get; set; }

    private async Task CommitAsync()
    {
        if (_isForeign.Value || IsStopped || Interlocked.Increment(ref _commits) % _every != 0)
            return;
        _isForeign.Value = true;
        Interlocked.Increment(ref _count);
        foreach (var rule in FaultWorld.Rules)
            await _world.CommitAsSomebodyElseAsync(rule);
    }
}
