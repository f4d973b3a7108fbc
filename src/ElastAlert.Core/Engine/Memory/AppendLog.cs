using System.Globalization;

namespace ElastAlert.Engine.Memory;

/// <summary>
/// Is a log in parts: what is appended becomes a part of its own, and neighbours of like size are joined, so that a commit writes what
/// changed while the number of parts grows only with the logarithm of the size, and beyond a megabyte a part; a bucket that is over becomes one
/// part. Records are joined by putting them one after another.
/// </summary>
/// <param name="prefix">What the names of the parts begin with.</param>
internal sealed class AppendLog(string prefix)
{
    private const byte Version = 1;
    private const int LargestJoined = 1024 * 1024;

    private readonly List<Chunk> _chunks = [];
    private readonly List<StatePart> _changes = [];
    private long _nextNumber;

    /// <summary>Gets the records, the oldest first.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Records => _chunks.Select(static chunk => chunk.Records);

    /// <summary>Appends records to the newest part of a bucket.</summary>
    /// <param name="bucket">What is removed together.</param>
    /// <param name="records">The records.</param>
    public void Append(long bucket, ReadOnlyMemory<byte> records)
    {
        if (records.IsEmpty)
            return;
        CloseBefore(bucket);
        Add(bucket, JoinLast(bucket, records, static (last, more) => last <= 2 * more && last + more <= LargestJoined));
    }

    /// <summary>Removes all records and appends others instead.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="records">The records.</param>
    public void Replace(long bucket, ReadOnlyMemory<byte> records)
    {
        RemoveBefore(long.MaxValue);
        Append(bucket, records);
    }

    /// <summary>Removes the records of earlier buckets.</summary>
    /// <param name="bucket">The first bucket that stays.</param>
    public void RemoveBefore(long bucket)
    {
        foreach (var chunk in _chunks.Where(chunk => chunk.Bucket < bucket).ToList())
            Remove(chunk);
    }

    /// <summary>Takes over saved parts.</summary>
    /// <param name="parts">All parts of the rule.</param>
    /// <exception cref="StateFormatException">A part cannot be read.</exception>
    public void Restore(IEnumerable<StatePart> parts)
    {
        foreach (var part in parts.Where(part => part.Name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var name = part.Name.AsSpan(prefix.Length);
            var cut = name.LastIndexOf('-');
            if (part.Content.IsEmpty || part.Content.Span[0] != Version || cut < 1
                || !long.TryParse(name[..cut], CultureInfo.InvariantCulture, out var bucket)
                || !long.TryParse(name[(cut + 1)..], CultureInfo.InvariantCulture, out var number))
            {
                throw new StateFormatException($"The saved part '{part.Name}' cannot be read: it is damaged, or written by a newer version.");
            }

            _chunks.Add(new Chunk(part.Name, bucket, part.Content[1..]) { Number = number });
            _nextNumber = Math.Max(_nextNumber, number + 1);
        }

        _chunks.Sort(static (left, right) => left.Number.CompareTo(right.Number));
    }

    /// <summary>Returns the parts that changed since the last save.</summary>
    public IReadOnlyList<StatePart> Save()
    {
        StatePart[] changes = [.. _changes.GroupBy(static part => part.Name).Select(static group => group.Last())];
        _changes.Clear();
        return changes;
    }

    private void CloseBefore(long bucket)
    {
        if (_chunks is not [.., { Bucket: var before }, { Bucket: var last }] || last != before || last == bucket)
            return;
        Add(last, JoinLast(last, default, static (_, _) => true));
    }

    private ReadOnlyMemory<byte> JoinLast(long bucket, ReadOnlyMemory<byte> records, Func<int, int, bool> joins)
    {
        while (_chunks.Count > 0 && _chunks[^1].Bucket == bucket && joins(_chunks[^1].Records.Length, records.Length))
        {
            records = Join(_chunks[^1].Records, records);
            Remove(_chunks[^1]);
        }

        return records;
    }

    private void Add(long bucket, ReadOnlyMemory<byte> records)
    {
        var chunk = new Chunk(string.Create(CultureInfo.InvariantCulture, $"{prefix}{bucket}-{_nextNumber++}"), bucket, records);
        _chunks.Add(chunk);
        _changes.Add(new StatePart(chunk.Name, Join(new[] { Version }, records)));
    }

    private static byte[] Join(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second)
    {
        var joined = new byte[first.Length + second.Length];
        first.CopyTo(joined);
        second.CopyTo(joined.AsMemory(first.Length));
        return joined;
    }

    private void Remove(Chunk chunk)
    {
        _chunks.Remove(chunk);
        _changes.Add(new StatePart(chunk.Name, default));
    }

    private sealed record Chunk(string Name, long Bucket, ReadOnlyMemory<byte> Records)
    {
        public long Number { get; init; }
    }
}
