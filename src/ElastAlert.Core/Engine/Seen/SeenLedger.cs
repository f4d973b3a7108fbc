using ElastAlert.Querying;

namespace ElastAlert.Engine.Seen;

/// <summary>
/// Is the memory of the documents that a rule has seen, so that each counts once however often windows overlap (engine.md 4.9; Q33: by
/// index and id). It is kept in buckets of time, which are forgotten as a whole when no window reaches them any more, and a bucket in
/// chunks, of which a commit writes those that changed.
/// </summary>
internal sealed class SeenLedger : ISeenDocuments
{
    private const int BucketsPerSpan = 8;

    private readonly SortedDictionary<long, SeenBucket> _buckets = [];
    private readonly List<string> _removed = [];
    private readonly long _width;
    private readonly SeenTable _table = new();
    private SeenKey _key = SeenKey.Create();
    private bool _isKeySaved;

    /// <summary>Creates an empty ledger.</summary>
    /// <param name="span">How far back windows reach.</param>
    public SeenLedger(TimeSpan span) => _width = Math.Max(span.Ticks / BucketsPerSpan / TimeSpan.TicksPerSecond, 1) * 1000;

    /// <summary>Gets the number of documents.</summary>
    public int Count => _buckets.Values.Sum(static bucket => bucket.Entries.Count());

    /// <summary>Gets the number of changes since the last save.</summary>
    public int Unsaved { get; private set; }

    /// <inheritdoc/>
    public IEnumerable<(DateTimeOffset Moment, long SequenceNumber)> In(TimeWindow window)
    {
        var (start, end) = (MillisecondsOf(window.Start), MillisecondsOf(window.End));
        return _buckets.Where(bucket => (bucket.Key + 1) * _width > start && bucket.Key * _width <= end)
            .SelectMany(static bucket => bucket.Value.Entries)
            .Select(static entry => (entry.Moment, entry.SequenceNumber));
    }

    /// <inheritdoc/>
    public bool TryGetSequenceNumber(string index, string id, out long sequenceNumber)
    {
        var isKnown = _table.TryFind(_key.EntryOf(index, id), out var chunk, out var place);
        sequenceNumber = isKnown ? chunk![place].SequenceNumber : -1;
        return isKnown;
    }

    /// <summary>Takes note of a document.</summary>
    /// <param name="hit">The document.</param>
    /// <param name="isRemembered">Whether it is remembered if it was not seen before.</param>
    /// <returns>Whether it was seen before, whatever its moment and version were then.</returns>
    public bool See(Hit hit, bool isRemembered)
    {
        var entry = _key.EntryOf(hit.Index, hit.Id, hit.Timestamp, hit.SequenceNumber);
        var isKnown = _table.TryFind(entry, out var chunk, out var place);
        if (isKnown)
            Change(chunk!, place, entry);
        else if (isRemembered)
            Add(entry);
        return isKnown;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Purge(DateTimeOffset.MaxValue);
        Unsaved = 0;
    }

    /// <summary>Forgets the documents that no window reaches any more.</summary>
    /// <param name="horizon">The moment up to which they are forgotten.</param>
    public void Purge(DateTimeOffset horizon)
    {
        var limit = MillisecondsOf(horizon);
        foreach (var (number, bucket) in _buckets.TakeWhile(bucket => (bucket.Key + 1) * _width <= limit).ToList())
        {
            _buckets.Remove(number);
            foreach (var chunk in bucket.Chunks)
            {
                _table.Remove(chunk);
                _removed.Add(chunk.Part.Name);
            }
        }

        _table.Trim();
    }

    /// <summary>Takes over saved parts.</summary>
    /// <param name="parts">All parts of the rule.</param>
    /// <exception cref="StateFormatException">A part cannot be read.</exception>
    public void Restore(IEnumerable<StatePart> parts)
    {
        var saved = parts.Where(static part => part.Name.StartsWith(SeenPart.Prefix, StringComparison.Ordinal)).ToList();
        (_key, _isKeySaved) = SeenKey.Read(saved) is { } key ? (key, true) : (_key, false);
        foreach (var (part, entries) in saved.Where(static part => !SeenKey.IsKey(part)).Select(SeenPart.Read).OrderBy(static item => item.Part.Number))
        {
            if (part.Width == _width)
                BucketOf(part.Bucket).Restore(part, entries);
            else
                Take(part, entries);
        }
    }

    /// <summary>Returns the parts that changed since the last save.</summary>
    public IReadOnlyList<StatePart> Save()
    {
        var parts = new Dictionary<string, StatePart>(StringComparer.Ordinal);
        foreach (var name in _removed)
            parts[name] = new StatePart(name, default);
        foreach (var chunk in _buckets.Values.SelectMany(static bucket => bucket.Chunks).Where(static chunk => chunk.IsChanged))
        {
            parts[chunk.Part.Name] = chunk.Part.Write([.. chunk.Entries]);
            chunk.IsChanged = false;
        }

        if (parts.Count > 0 && !_isKeySaved)
            parts[_key.Write().Name] = _key.Write();
        _isKeySaved |= parts.Count > 0;
        _removed.Clear();
        Unsaved = 0;
        return [.. parts.Values];
    }

    private static long MillisecondsOf(DateTimeOffset moment) => moment.UtcTicks / TimeSpan.TicksPerMillisecond;

    // The rule had another span then.
    private void Take(SeenPart part, IReadOnlyList<SeenEntry> entries)
    {
        _removed.Add(part.Name);
        foreach (var entry in entries)
            Add(entry);
    }

    private void Add(SeenEntry entry)
    {
        BucketOf(NumberOf(entry)).Add(entry);
        Unsaved++;
    }

    // A document whose moment changed moves with it.
    private void Change(SeenChunk chunk, int place, SeenEntry entry)
    {
        if (chunk[place] == entry)
            return;
        if (NumberOf(chunk[place]) != NumberOf(entry))
        {
            _table.Remove(chunk, place);
            chunk.Forget(place);
            Add(entry);
            return;
        }

        chunk[place] = entry;
        Unsaved++;
    }

    private long NumberOf(SeenEntry entry) => entry.Milliseconds / _width;

    private SeenBucket BucketOf(long number)
    {
        if (!_buckets.TryGetValue(number, out var bucket))
            _buckets.Add(number, bucket = new SeenBucket(_table, _width, number));
        return bucket;
    }
}
