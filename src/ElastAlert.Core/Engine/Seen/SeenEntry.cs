using System.Buffers.Binary;

namespace ElastAlert.Engine.Seen;

/// <summary>
/// Is a document that was seen, in 24 bytes: 80 bits of a hash of index and id, its moment to the millisecond, and the sequence number of
/// the version that was seen, or -1.
/// </summary>
internal readonly record struct SeenEntry
{
    /// <summary>The number of bytes that an entry is written in.</summary>
    public const int Size = 24;

    // Enough for 8900 years; of a million documents two share a hash once in 10^12 times.
    private const int MomentBits = 48;
    private const ulong LastMoment = (1UL << MomentBits) - 1;

    private readonly ulong _hash;
    private readonly ulong _hashAndMoment;

    private SeenEntry(ulong hash, ulong hashAndMoment, long sequenceNumber) =>
        (_hash, _hashAndMoment, SequenceNumber) = (hash, hashAndMoment, sequenceNumber);

    /// <summary>Gets what the document is found by, evenly spread.</summary>
    public ulong Hash => _hash;

    /// <summary>Gets the moment.</summary>
    public DateTimeOffset Moment => new(Milliseconds * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    /// <summary>Gets the moment, in milliseconds since the year 1.</summary>
    public long Milliseconds => (long)(_hashAndMoment & LastMoment);

    /// <summary>Gets the sequence number of the version that was seen, or -1.</summary>
    public long SequenceNumber { get; }

    /// <summary>Makes the entry of a document.</summary>
    /// <param name="hash">A hash of its index and id; the first ten bytes count.</param>
    /// <param name="moment">Its moment.</param>
    /// <param name="sequenceNumber">The sequence number of its version, or -1.</param>
    public static SeenEntry Create(ReadOnlySpan<byte> hash, DateTimeOffset moment, long sequenceNumber)
    {
        var milliseconds = Math.Min((ulong)(moment.UtcTicks / TimeSpan.TicksPerMillisecond), LastMoment);
        var more = (ulong)BinaryPrimitives.ReadUInt16LittleEndian(hash[8..]) << MomentBits;
        return new SeenEntry(BinaryPrimitives.ReadUInt64LittleEndian(hash), more | milliseconds, sequenceNumber);
    }

    /// <summary>Reads an entry.</summary>
    /// <param name="content">What <see cref="WriteTo"/> wrote.</param>
    public static SeenEntry Read(ReadOnlySpan<byte> content) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(content),
        BinaryPrimitives.ReadUInt64LittleEndian(content[8..]),
        BinaryPrimitives.ReadInt64LittleEndian(content[16..]));

    /// <summary>Writes the entry.</summary>
    /// <param name="content">Where to write it.</param>
    public void WriteTo(Span<byte> content)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(content, _hash);
        BinaryPrimitives.WriteUInt64LittleEndian(content[8..], _hashAndMoment);
        BinaryPrimitives.WriteInt64LittleEndian(content[16..], SequenceNumber);
    }

    /// <summary>Returns whether another entry is of the same document, whatever its moment and version.</summary>
    /// <param name="other">The other.</param>
    public bool IsSameDocument(SeenEntry other) => _hash == other._hash && (_hashAndMoment ^ other._hashAndMoment) >> MomentBits == 0;
}
