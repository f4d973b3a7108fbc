using System.Globalization;

namespace ElastAlert.Engine.Seen;

/// <summary>Names a saved part of a <see cref="SeenLedger"/>: some of the documents of one bucket.</summary>
/// <param name="Width">The width of the bucket in milliseconds.</param>
/// <param name="Bucket">The number of the bucket.</param>
/// <param name="Number">The number of the part within its bucket.</param>
internal sealed record SeenPart(long Width, long Bucket, int Number)
{
    /// <summary>What the names of the parts begin with.</summary>
    public const string Prefix = "seen/";

    private const byte Version = 1;

    /// <summary>Gets the name of the part.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Width / 1000}.{Bucket}-{Number}");

    /// <summary>Writes the part.</summary>
    /// <param name="entries">Its documents; without any, the part is removed.</param>
    public StatePart Write(IReadOnlyCollection<SeenEntry> entries)
    {
        if (entries.Count == 0)
            return new StatePart(Name, default);
        var content = new byte[1 + (entries.Count * SeenEntry.Size)];
        content[0] = Version;
        foreach (var (place, entry) in entries.Index())
            entry.WriteTo(content.AsSpan(1 + (place * SeenEntry.Size)));
        return new StatePart(Name, content);
    }

    /// <summary>Reads a part.</summary>
    /// <param name="part">The part.</param>
    /// <exception cref="StateFormatException">It cannot be read.</exception>
    public static (SeenPart Part, IReadOnlyList<SeenEntry> Entries) Read(StatePart part)
    {
        var content = part.Content.Span;
        if (content.Length <= 1 || content[0] != Version || (content.Length - 1) % SeenEntry.Size != 0
            || (content.Length - 1) / SeenEntry.Size > SeenChunk.MostEntries || Parse(part.Name) is not { } named)
        {
            throw new StateFormatException($"The saved part '{part.Name}' cannot be read: it is damaged, or written by a newer version.");
        }

        var entries = new SeenEntry[(content.Length - 1) / SeenEntry.Size];
        for (var place = 0; place < entries.Length; place++)
            entries[place] = SeenEntry.Read(content[(1 + (place * SeenEntry.Size))..]);
        return (named, entries);
    }

    private static SeenPart? Parse(string name)
    {
        var numbers = name[Prefix.Length..].Split('.', '-');
        return numbers.Length == 3
            && long.TryParse(numbers[0], CultureInfo.InvariantCulture, out var seconds)
            && long.TryParse(numbers[1], CultureInfo.InvariantCulture, out var bucket)
            && int.TryParse(numbers[2], CultureInfo.InvariantCulture, out var number)
            ? new SeenPart(seconds * 1000, bucket, number)
            : null;
    }
}
