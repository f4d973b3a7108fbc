using System.Globalization;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Seen;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.Benchmarks.State;

/// <summary>Is a rule with a past that commits what a run found: nothing, new documents, or a few silences.</summary>
internal sealed class CommitWorkload
{
    private readonly SilenceLog _silences = new();
    private readonly SeenLedger _seen = new(TimeSpan.FromMinutes(15));
    private readonly IStateStore _store;
    private readonly int _keys;
    private string? _previous;
    private long _number;

    private CommitWorkload(IStateStore store, int silences) => (_store, _keys) = (store, Math.Max(silences, 10));

    /// <summary>Gets the kinds of commits.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["nothing new", "1,000 new documents", "10 silences"];

    /// <summary>Makes a workload, and commits what the rule knows from its past.</summary>
    /// <param name="store">The store.</param>
    /// <param name="silences">How many keys are silent already.</param>
    public static async Task<CommitWorkload> CreateAsync(IStateStore store, int silences)
    {
        var workload = new CommitWorkload(store, silences);
        if (silences > 0)
            workload._silences.Add(workload.Silences(silences), Some.Rule().Alerting, Some.Moment);
        await workload.CommitAsync(workload._silences.Save());
        return workload;
    }

    /// <summary>Returns what a run of a kind changes.</summary>
    /// <param name="kind">The kind.</param>
    public IReadOnlyList<StatePart> Change(string kind)
    {
        var now = Some.Moment.AddMinutes(_number);
        if (kind == Kinds[1])
        {
            for (var i = 0; i < 1000; i++)
                _seen.See(new Hit(string.Create(CultureInfo.InvariantCulture, $"{_number}-{i}"), "logs", now, Document.Empty) { SequenceNumber = i }, isRemembered: true);
            _seen.Purge(now.AddMinutes(-15));
            return _seen.Save();
        }

        if (kind == Kinds[2])
        {
            _silences.Add(Silences(10), Some.Rule().Alerting, now);
            return _silences.Save();
        }

        return [];
    }

    /// <summary>Commits.</summary>
    /// <param name="parts">What changed.</param>
    public async Task CommitAsync(IReadOnlyList<StatePart> parts)
    {
        var commit = new RunCommit
        {
            Rule = "rule",
            CommitId = string.Create(CultureInfo.InvariantCulture, $"commit {_number++}"),
            PreviousCommitId = _previous,
            Lease = new RuleLease("owner", 1, Some.Moment),
            Checkpoint = new byte[500],
            Parts = parts,
        };
        if (await _store.CommitAsync(commit, CancellationToken.None) != CommitOutcome.Committed)
            throw new InvalidOperationException("The workload lost its rule to somebody else.");
        _previous = commit.CommitId;
    }

    private List<Silence> Silences(int count) => [.. Enumerable.Range(0, count).Select(number =>
        new Silence(string.Create(CultureInfo.InvariantCulture, $"rule.user{(number + (_number * 10)) % _keys}"), Some.Moment.AddYears(1)))];
}
