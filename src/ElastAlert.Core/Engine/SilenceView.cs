using System.Collections.Concurrent;

namespace ElastAlert.Engine;

/// <summary>Is everybody's silences: rules that share a realert key silence each other. Commits update it.</summary>
/// <param name="store">Where the silences of all rules are.</param>
internal sealed class SilenceView(IStateStore store)
{
    private readonly ConcurrentDictionary<string, Silence> _silences = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private Task? _load;

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
