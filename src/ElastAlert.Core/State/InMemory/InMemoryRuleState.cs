namespace ElastAlert.State.InMemory;

/// <summary>Is what is known of one rule; the caller holds the lock.</summary>
internal sealed class InMemoryRuleState
{
    private readonly SortedDictionary<string, StatePart> _parts = new(StringComparer.Ordinal);
    private RunCommit? _last;

    public string? CommitId => _last?.CommitId;

    // Content is copied, because it may lie in memory that its owner uses again.
    public void Apply(RunCommit commit)
    {
        foreach (var part in commit.Parts)
        {
            if (part.Content.IsEmpty)
                _parts.Remove(part.Name);
            else
                _parts[part.Name] = part with { Content = part.Content.ToArray() };
        }

        _last = commit with { Checkpoint = commit.Checkpoint.ToArray(), Parts = [], Alerts = [] };
    }

    public RuleState? ToRuleState() => _last is null ? null : new RuleState
    {
        Rule = _last.Rule,
        CommitId = _last.CommitId,
        Lease = _last.Lease,
        Checkpoint = _last.Checkpoint,
        Parts = [.. _parts.Values],
    };

    public StatePart? Part(string name) => _parts.GetValueOrDefault(name);

    public List<StatePart> PartsNamed(string prefix) =>
        [.. _parts.Values.Where(part => part.Name.StartsWith(prefix, StringComparison.Ordinal))];
}
