namespace ElastAlert.Alerting;

/// <summary>Is what one run knows of silences: what was set before it, what was found outside, and what it sets itself.</summary>
/// <remarks>What a run sets becomes visible to others with its commit; a run that fails leaves nothing behind.</remarks>
/// <param name="committed">Finds the newest committed silence of a key, of any rule.</param>
internal sealed class SilenceBook(Func<string, Silence?> committed)
{
    private readonly Dictionary<string, Silence> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Silence> _set = new(StringComparer.Ordinal);

    /// <summary>Gets the silences that the run has set, the last one of each key.</summary>
    public IReadOnlyCollection<Silence> Changes => _set.Values;

    /// <summary>Finds the newest silence of a key, also one that has ended.</summary>
    /// <param name="key">The silence key.</param>
    public Silence? Find(string key)
    {
        if (_set.TryGetValue(key, out var silence))
            return silence;
        var known = committed(key);
        if (!_found.TryGetValue(key, out var found) || found.Until <= known?.Until)
            return known;
        return known is null ? found : found with { Exponent = known.Exponent };
    }

    /// <summary>Takes over silences that were found outside.</summary>
    /// <param name="silences">The silences.</param>
    public void AddFound(IEnumerable<Silence> silences)
    {
        foreach (var silence in silences)
            _found[silence.Key] = silence;
    }

    /// <summary>Sets a silence.</summary>
    /// <param name="silence">The silence.</param>
    public void Set(Silence silence) => _set[silence.Key] = silence;
}
