using System.Collections.Concurrent;

namespace ElastAlert.Engine;

/// <summary>Is everybody's silences: rules that share a realert key silence each other. Commits update it.</summary>
internal sealed class SilenceView
{
    private readonly ConcurrentDictionary<string, Silence> _silences = new(StringComparer.Ordinal);

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
}
