using System.Runtime.CompilerServices;
using ElastAlert.State.InMemory;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Is a store that is away when a test says so, that is slow, or that forgets to answer.</summary>
internal sealed class FaultyStore : IStateStore, IOutbox, IHistory
{
    private IHistory? _history;
    private IStateStore _store;
    private IOutbox _outbox;

    public FaultyStore()
    {
        var memory = new InMemoryStateStore();
        (_store, _outbox) = (memory, memory);
    }

    public FaultyStore(IStateStore store, IOutbox outbox, IHistory? history = null) => (_store, _outbox, _history) = (store, outbox, history);

    public InMemoryStateStore Inner
    {
        set => (_store, _outbox) = (value, value);
    }

    /// <summary>Goes on with another store, such as another access to the same file.</summary>
    public void Use(IStateStore store, IOutbox outbox, IHistory history) => (_store, _outbox, _history) = (store, outbox, history);

    public bool IsDown { get; set; }

    /// <summary>Gets or sets whether the next commit happens but its answer is lost.</summary>
    public bool LosesNextAnswer { get; set; }

    /// <summary>Gets or sets what is done before each step; it may throw, or take its time.</summary>
    public Func<string, Task> Before { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Gets or sets what is told of changes that were recorded.</summary>
    public Action<IReadOnlyList<OutboxChange>> Recorded { get; set; } = static _ => { };

    public List<RunCommit> Commits { get; } = [];

    public async Task<RuleState?> LoadAsync(string rule, CancellationToken cancellationToken)
    {
        await CheckAsync("load");
        return await _store.LoadAsync(rule, cancellationToken);
    }

    public async Task<CommitOutcome> CommitAsync(RunCommit commit, CancellationToken cancellationToken)
    {
        await CheckAsync("commit");
        var outcome = await _store.CommitAsync(commit, cancellationToken);
        lock (Commits)
            Commits.Add(commit);
        if (LosesNextAnswer)
        {
            LosesNextAnswer = false;
            throw new IOException("the answer was lost");
        }

        await CheckAsync("committed");
        return outcome;
    }

    public async Task<StatePart?> LoadPartAsync(string rule, string name, CancellationToken cancellationToken)
    {
        await CheckAsync("part");
        return await _store.LoadPartAsync(rule, name, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<StatePart>>> LoadPartsAsync(string prefix, CancellationToken cancellationToken)
    {
        await CheckAsync("parts");
        return await _store.LoadPartsAsync(prefix, cancellationToken);
    }

    public async IAsyncEnumerable<OutboxAlert> ReadAsync(string? rule, bool includeDead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await CheckAsync("outbox");
        await foreach (var alert in _outbox.ReadAsync(rule, includeDead, cancellationToken))
            yield return alert;
    }

    public async Task<OutboxAlert?> FindAsync(string rule, string alertId, CancellationToken cancellationToken)
    {
        await CheckAsync("find");
        return await _outbox.FindAsync(rule, alertId, cancellationToken);
    }

    public async Task RecordAsync(IReadOnlyList<OutboxChange> changes, CancellationToken cancellationToken)
    {
        await CheckAsync("record");
        await _outbox.RecordAsync(changes, cancellationToken);
        Recorded(changes);
        await CheckAsync("recorded");
    }

    public async Task WriteAsync(IReadOnlyList<HistoryDocument> documents, CancellationToken cancellationToken)
    {
        await CheckAsync("history");
        if (_history is not null)
            await _history.WriteAsync(documents, cancellationToken);
    }

    private Task CheckAsync(string step) => IsDown ? throw new IOException("the store is down") : Before(step);
}
