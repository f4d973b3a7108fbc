using BenchmarkDotNet.Attributes;
using ElastAlert.Engine;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.Benchmarks.State;

/// <summary>Measures a commit on each store: it costs what changed, not what there is.</summary>
/// <remarks>The writeback store runs on the embedded server, or on the real one that ELASTICSEARCH_URL names.</remarks>
[MemoryDiagnoser]
public class CommitBenchmarks
{
    private const int SilenceKeys = 100_000;

    private readonly SilenceLog _silences = new();
    private readonly SeenLedger _seen = new(TimeSpan.FromMinutes(15));
    private BenchmarkedStore _store = null!;
    private string? _previous;
    private long _number;

    /// <summary>Gets or sets the store.</summary>
    [Params("memory", "sqlite", "writeback")]
    public string Store { get; set; } = "";

    /// <summary>Commits what a rule with a large past knows.</summary>
    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _store = BenchmarkedStore.Open(Store);
        _silences.Add(Silences(SilenceKeys), Some.Rule().Alerting, Some.Moment);
        await CommitAsync(_silences.Save());
    }

    /// <summary>Says how many bytes went to the server, and removes the store.</summary>
    [GlobalCleanup]
    public void CleanUp() => _store.Dispose();

    /// <summary>Commits a run that found nothing.</summary>
    [Benchmark(Baseline = true)]
    public Task NothingNew() => CommitAsync([]);

    /// <summary>Commits a run over new documents, and forgets as many old ones.</summary>
    [Benchmark]
    public Task ThousandNewDocuments()
    {
        var now = Some.Moment.AddMinutes(_number);
        for (var i = 0; i < 1000; i++)
            _seen.See(new Hit($"{_number}-{i}", "logs", now, Document.Empty) { SequenceNumber = i }, isRemembered: true);
        _seen.Purge(now.AddMinutes(-15));
        return CommitAsync(_seen.Save());
    }

    /// <summary>Commits a run that silenced ten keys beside a hundred thousand others.</summary>
    [Benchmark]
    public Task TenOfHundredThousandSilences()
    {
        _silences.Add(Silences(10), Some.Rule().Alerting, Some.Moment.AddMinutes(_number));
        return CommitAsync(_silences.Save());
    }

    private List<Silence> Silences(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new Silence($"rule.user{(number + (_number * 10)) % SilenceKeys}", Some.Moment.AddYears(1)))];

    private async Task CommitAsync(IReadOnlyList<StatePart> parts)
    {
        var id = $"commit {_number++}";
        var outcome = await _store.Store.CommitAsync(
            new RunCommit
            {
                Rule = "rule",
                CommitId = id,
                PreviousCommitId = _previous,
                Lease = new RuleLease("owner", 1, Some.Moment),
                Checkpoint = new byte[500],
                Parts = parts,
            },
            CancellationToken.None);
        if (outcome != CommitOutcome.Committed)
            throw new InvalidOperationException("The benchmark lost its rule to somebody else.");
        _previous = id;
    }
}
