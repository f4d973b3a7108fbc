using System.Collections.Concurrent;
using ElastAlert.Alerting;
using ElastAlert.Engine.Memory;

namespace ElastAlert.Engine.Services;

/// <summary>
/// Is everybody's silences: rules that share a realert key silence each other. Commits update it; a silence that has ended and tells no rule any more
/// how long the next one is to be is forgotten.
/// </summary>
/// <param name="store">Where the silences of all rules are.</param>
/// <param name="time">The clock.</param>
internal sealed class SilenceView(IStateStore store, TimeProvider time)
{
    /// <summary>How long a run may take: it decides as of the moment it began.</summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromDays(1);

    private const int SmallestView = 1000;

    private readonly ConcurrentDictionary<string, Silence> _silences = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<(TimeSpan Realert, TimeSpan? Longest), RuleAlerting> _alertings = new();
    private volatile int _mostSilences = SmallestView;
    private Task? _load;

    /// <summary>Gets the number of silences in memory.</summary>
    public int Count => _silences.Count;

    /// <summary>Takes note of how a rule turns matches into alerts, since that says how long silences matter to it.</summary>
    /// <param name="alerting">How matches of the rule become alerts.</param>
    public void Consider(RuleAlerting alerting) => _alertings.TryAdd((alerting.Realert, alerting.ExponentialRealert), alerting);

    /// <summary>Reads the silences of all rules, once; no rule decides anything before that.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task EnsureLoadedAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_load is null or { IsCompleted: true, IsCompletedSuccessfully: false })
                _load = LoadAsync();
            return _load.IsCompleted ? _load : _load.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Finds the newest silence of a key, also one that has ended.</summary>
    /// <param name="key">The silence key.</param>
    public Silence? Find(string key) => _silences.GetValueOrDefault(key);

    /// <summary>Takes over silences; of two of one key the later stays.</summary>
    /// <param name="silences">The silences.</param>
    public void Add(IEnumerable<Silence> silences)
    {
        foreach (var silence in silences)
            _silences.AddOrUpdate(silence.Key, silence, (_, known) => known.Until > silence.Until ? known : silence);
        if (_silences.Count > _mostSilences)
            Forget(time.GetUtcNow());
    }

    /// <summary>Forgets the silences that nothing depends on any more.</summary>
    /// <param name="now">The moment.</param>
    public void Forget(DateTimeOffset now)
    {
        var moment = now - LongestRun;
        foreach (var silence in _silences)
        {
            if (silence.Value.Until < moment && _alertings.Values.All(alerting => RealertPolicy.IsForgotten(alerting, silence.Value, moment)))
                _silences.TryRemove(silence);
        }

        _mostSilences = Math.Max(SmallestView, 2 * _silences.Count);
    }

    // All rules that start at the same time wait for one reading, so that none of them can cancel it.
    private async Task LoadAsync()
    {
        var parts = await store.LoadPartsAsync(SilenceLog.Prefix, CancellationToken.None).ConfigureAwait(false);
        foreach (var ofRule in parts.Values)
            Add(Readable(ofRule));
    }

    // What cannot be read stops the rule that it belongs to, with a message, and no other.
    private static IReadOnlyCollection<Silence> Readable(IReadOnlyList<StatePart> parts)
    {
        try
        {
            return SilenceLog.Read(parts);
        }
        catch (StateFormatException)
        {
            return [];
        }
    }
}
