using ElastAlert.State.InMemory;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Is a store that is away when a test says so, that forgets to answer, or that is changed by somebody else.</summary>
internal sealed class FaultyStore : IStateStore, IOutbox
{
    private IStateStore _store;
    private IOutbox _outbox;

    public FaultyStore()
    {
        var memory = new InMemoryStateStore();
        (_store, _outbox) = (memory, memory);
    }

    public FaultyStore(IStateStore store, IOutbox outbox) => (_store, _outbox) = (store, outbox);

    public InMemoryStateStore Inner
    {
        set => (_store, _outbox) = (value, value);
    }

    public bool IsDown { get; set; }

    /// <summary>Gets or sets whether the next commit happens but its answer is lost.</summary>
    public bool LosesNextAnswer { get; set; }

    /// <summary>Gets or sets what is called before each step; it may throw.</summary>
    public Action<string> Before { get; set; } = static _ => { };

    public List<RunCommit> Commits { get; } = [];

    public Task<RuleState?> LoadAsync(string rule, CancellationToken cancellationToken)
    {
        Check("load");
        return _store.LoadAsync(rule, cancellationToken);
    }

    public async Task<CommitOutcome> CommitAsync(RunCommit commit, CancellationToken cancellationToken)
    {
        Check("commit");
        var outcome = await _store.CommitAsync(commit, cancellationToken);
        Commits.Add(commit);
        if (LosesNextAnswer)
        {
            LosesNextAnswer = false;
            throw new IOException("the answer was lost");
        }

        Check("committed");
        return outcome;
    }

    public Task<IReadOnlyDictionary<string, IReadOnlyList<StatePart>>> LoadPartsAsync(string prefix, CancellationToken cancellationToken)
    {
        Check("parts");
        return _store.LoadPartsAsync(prefix, cancellationToken);
    }

    public Task<IReadOnlyList<OutboxAlert>> LoadAsync(string? rule, bool includeDead, CancellationToken cancellationToken)
    {
        Check("outbox");
        return _outbox.LoadAsync(rule, includeDead, cancellationToken);
    }

    public async Task RecordAsync(IReadOnlyList<OutboxChange> changes, CancellationToken cancellationToken)
    {
        Check("record");
        await _outbox.RecordAsync(changes, cancellationToken);
        Check("recorded");
    }

    private void Check(string step)
    {
        if (IsDown)
            throw new IOException("the store is down");
        Before(step);
    }
}
