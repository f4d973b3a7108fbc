using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ElastAlert.Querying;

namespace ElastAlert.Engine;

/// <summary>
/// Is the memory of the documents that a rule has seen, so that each counts once however often windows overlap (engine.md 4.9; Q33: by
/// index and id). It is kept in buckets of time: what a commit adds to one is a part of its own, and a bucket that no window reaches any
/// more is forgotten as a whole.
/// </summary>
internal sealed class SeenLedger : ISeenDocuments
{
    private readonly SortedDictionary<long, SeenBucket> _buckets = [];
    private readonly List<SeenPart> _otherWidths = [];
    private readonly List<string> _removed = [];
    private readonly long _width;
    private long _nextNumber;

    /// <summary>Creates an empty ledger.</summary>
    /// <param name="span">How far back windows reach.</param>
    public SeenLedger(TimeSpan span) => _width = Math.Max(span.Ticks / 8 / TimeSpan.TicksPerSecond, 1) * TimeSpan.TicksPerSecond;

    /// <summary>Gets the number of documents.</summary>
    public int Count => _buckets.Values.Sum(static bucket => bucket.Count);

    /// <summary>Gets the number of documents that the next save writes.</summary>
    public int Unsaved { get; private set; }

    /// <summary>Returns the hash of a document.</summary>
    /// <param name="index">The index.</param>
    /// <param name="id">The id.</param>
    public static UInt128 Hash(string index, string id)
    {
        Span<byte> text = stackalloc byte[512];
        var size = Encoding.UTF8.GetByteCount(index) + Encoding.UTF8.GetByteCount(id) + 1;
        if (size > text.Length)
            text = new byte[size];
        var length = Encoding.UTF8.GetBytes(index, text);
        text[length++] = 0;
        length += Encoding.UTF8.GetBytes(id, text[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <inheritdoc/>
    public IEnumerable<(DateTimeOffset Moment, long SequenceNumber)> In(TimeWindow window) =>
        _buckets.Where(bucket => (bucket.Key + 1) * _width > window.Start.UtcTicks && bucket.Key * _width <= window.End.UtcTicks)
            .SelectMany(static bucket => bucket.Value.Entries)
            .Select(static entry => (new DateTimeOffset(entry.Ticks, TimeSpan.Zero), entry.SequenceNumber));

    /// <inheritdoc/>
    public bool TryGetSequenceNumber(string index, string id, out long sequenceNumber)
    {
        var known = Find(Hash(index, id));
        sequenceNumber = known?.SequenceNumber ?? -1;
        return known is not null;
    }

    /// <summary>Returns whether a document was seen, whatever its moment was then.</summary>
    /// <param name="entry">The document.</param>
    public bool Contains(SeenEntry entry) =>
        _buckets.TryGetValue(entry.Ticks / _width, out var own) && own.Find(entry.Hash) is not null || Find(entry.Hash) is not null;

    /// <summary>Adds a document, or takes note of a newer version of it.</summary>
    /// <param name="entry">The document as it is now.</param>
    public void Set(SeenEntry entry)
    {
        var known = Find(entry.Hash);
        if (known == entry)
            return;

        // A document whose moment changed moves with it; the part of its old bucket is corrected when it is read.
        if (known is { } before && before.Ticks / _width != entry.Ticks / _width)
            _buckets[before.Ticks / _width].Remove(entry.Hash);
        BucketOf(entry.Ticks).Set(entry);
        Unsaved++;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _removed.AddRange(_buckets.Values.SelectMany(static bucket => bucket.Parts).Concat(_otherWidths).Select(static part => part.Name));
        _buckets.Clear();
        _otherWidths.Clear();
        Unsaved = 0;
    }

    /// <summary>Forgets the documents that no window reaches any more.</summary>
    /// <param name="horizon">The moment up to which they are forgotten.</param>
    public void Purge(DateTimeOffset horizon)
    {
        var limit = horizon.UtcTicks;
        while (_buckets.Count > 0 && _buckets.First() is var (number, bucket) && (number + 1) * _width <= limit)
        {
            _removed.AddRange(bucket.Parts.Select(static part => part.Name));
            Unsaved -= bucket.Unsaved;
            _buckets.Remove(number);
        }

        _removed.AddRange(_otherWidths.Where(part => part.LastTicks <= limit).Select(static part => part.Name));
        _otherWidths.RemoveAll(part => part.LastTicks <= limit);
    }

    /// <summary>Takes over saved parts.</summary>
    /// <param name="parts">All parts of the rule.</param>
    /// <exception cref="StateFormatException">A part cannot be read.</exception>
    public void Restore(IEnumerable<StatePart> parts)
    {
        var saved = parts.Where(static part => part.Name.StartsWith(SeenPart.Prefix, StringComparison.Ordinal))
            .Select(SeenPart.Read).OrderBy(static item => item.Part.Number);
        foreach (var (part, entries) in saved)
        {
            foreach (var entry in entries)
                Restore(entry);
            if (part.Width == _width)
                BucketOf(part.Bucket * _width).Parts.Add(part);
            else
                _otherWidths.Add(part);
            _nextNumber = part.Number + 1;
        }
    }

    /// <summary>Returns the parts that changed since the last save.</summary>
    public IReadOnlyList<StatePart> Save()
    {
        var parts = new List<StatePart>();
        foreach (var (number, bucket) in _buckets.Where(static bucket => bucket.Value.Unsaved > 0))
        {
            var entries = bucket.TakeUnsaved(_removed);
            if (entries.Count == 0)
                continue;
            var part = new SeenPart(_width, number, _nextNumber++, entries.Max(static entry => entry.Ticks));
            bucket.Parts.Add(part);
            parts.Add(new StatePart(part.Name, SeenPart.Write(entries)));
        }

        parts.AddRange(_removed.Select(static name => new StatePart(name, default)));
        _removed.Clear();
        Unsaved = 0;
        return parts;
    }

    // Later parts hold later versions.
    private void Restore(SeenEntry entry)
    {
        if (Find(entry.Hash) is { } known && known.Ticks / _width != entry.Ticks / _width)
            _buckets[known.Ticks / _width].Remove(entry.Hash);
        BucketOf(entry.Ticks).Restore(entry);
    }

    private SeenEntry? Find(UInt128 hash)
    {
        foreach (var bucket in _buckets.Values)
        {
            if (bucket.Find(hash) is { } found)
                return found;
        }

        return null;
    }

    private SeenBucket BucketOf(long ticks)
    {
        if (!_buckets.TryGetValue(ticks / _width, out var bucket))
            _buckets.Add(ticks / _width, bucket = new SeenBucket());
        return bucket;
    }
}
