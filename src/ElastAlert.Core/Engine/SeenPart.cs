using System.Buffers.Binary;
using System.Globalization;

namespace ElastAlert.Engine;

/// <summary>Is a saved part of a <see cref="SeenLedger"/>: some of the documents of one bucket.</summary>
/// <param name="Width">The width of the bucket in ticks.</param>
/// <param name="Bucket">The number of the bucket.</param>
/// <param name="Number">The number of the part; later parts hold later versions.</param>
/// <param name="LastTicks">The last moment of its documents.</param>
internal sealed record SeenPart(long Width, long Bucket, long Number, long LastTicks)
{
    /// <summary>What the names of the parts begin with.</summary>
    public const string Prefix = "seen/";

    private const byte Version = 1;
    private const int EntrySize = 32;

    /// <summary>Gets the name of the part.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Width / TimeSpan.TicksPerSecond}.{Bucket}-{Number}");

    /// <summary>Writes documents.</summary>
    /// <param name="entries">The documents.</param>
    public static byte[] Write(IReadOnlyList<SeenEntry> entries)
    {
        var content = new byte[1 + (entries.Count * EntrySize)];
        content[0] = Version;
        var place = content.AsSpan(1);
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(place, entry.Hash);
            BinaryPrimitives.WriteInt64LittleEndian(place[16..], entry.Ticks);
            BinaryPrimitives.WriteInt64LittleEndian(place[24..], entry.SequenceNumber);
            place = place[EntrySize..];
        }

        return content;
    }

    /// <summary>Reads a part.</summary>
    /// <param name="part">The part.</param>
    /// <exception cref="StateFormatException">It cannot be read.</exception>
    public static (SeenPart Part, IReadOnlyList<SeenEntry> Entries) Read(StatePart part)
    {
        var content = part.Content.Span;
        if (content.Length <= 1 || content[0] != Version || (content.Length - 1) % EntrySize != 0 || Parse(part.Name) is not { } named)
            throw new StateFormatException($"The saved part '{part.Name}' cannot be read: it is damaged, or written by a newer version.");
        var entries = new List<SeenEntry>((content.Length - 1) / EntrySize);
        for (var place = content[1..]; place.Length > 0; place = place[EntrySize..])
        {
            entries.Add(new SeenEntry(
                BinaryPrimitives.ReadUInt128LittleEndian(place),
                BinaryPrimitives.ReadInt64LittleEndian(place[16..]),
                BinaryPrimitives.ReadInt64LittleEndian(place[24..])));
        }

        return (named with { LastTicks = entries.Max(static entry => entry.Ticks) }, entries);
    }

    private static SeenPart? Parse(string name)
    {
        var numbers = name[Prefix.Length..].Split('.', '-');
        return numbers.Length == 3
            && long.TryParse(numbers[0], CultureInfo.InvariantCulture, out var seconds)
            && long.TryParse(numbers[1], CultureInfo.InvariantCulture, out var bucket)
            && long.TryParse(numbers[2], CultureInfo.InvariantCulture, out var number)
            ? new SeenPart(seconds * TimeSpan.TicksPerSecond, bucket, number, 0)
            : null;
    }
}
