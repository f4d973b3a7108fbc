using System.Buffers.Binary;
using System.Text;

namespace ElastAlert.Values;

/// <summary>Finds the short name of a time zone at a moment, such as <c>CET</c> and <c>CEST</c>.</summary>
/// <remarks>
/// The platform knows long names only, so the short ones are read from the zone's file (RFC 8536) where the system has one.
/// </remarks>
internal static class ZoneAbbreviation
{
    private const int HeaderLength = 44;

    /// <summary>Returns the short name, or what the platform calls the zone where the system has no zone files.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="moment">The moment.</param>
    public static string Find(TimeZoneInfo zone, DateTimeOffset moment)
    {
        if (zone.Equals(TimeZoneInfo.Utc) || zone.Id is "UTC" or "Etc/UTC")
            return "UTC";
        var isDaylight = zone.IsDaylightSavingTime(moment);
        return FromFile(zone, moment, isDaylight) ?? (isDaylight ? zone.DaylightName : zone.StandardName);
    }

    private static string? FromFile(TimeZoneInfo zone, DateTimeOffset moment, bool isDaylight)
    {
        try
        {
            var folder = Environment.GetEnvironmentVariable("TZDIR") is { Length: > 0 } given ? given : "/usr/share/zoneinfo";
            var path = zone.Id == "Local" ? "/etc/localtime" : Path.Combine(folder, zone.Id);
            return File.Exists(path) ? Read(File.ReadAllBytes(path), zone.GetUtcOffset(moment), isDaylight) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Read(ReadOnlySpan<byte> file, TimeSpan offset, bool isDaylight)
    {
        if (file.Length < HeaderLength || !file.StartsWith("TZif"u8))
            return null;
        var timeSize = 4;
        if (file[4] >= (byte)'2')
        {
            file = file[(HeaderLength + BlockLength(file))..];
            timeSize = 8;
        }

        return Read(file, timeSize, offset, isDaylight);
    }

    // A zone may have had several names for one offset; the last one in the file is the one in use.
    private static string? Read(ReadOnlySpan<byte> block, int timeSize, TimeSpan offset, bool isDaylight)
    {
        var timeCount = Count(block, 32);
        var typeCount = Count(block, 36);
        var indices = block.Slice(HeaderLength + timeCount * timeSize, timeCount);
        var types = block.Slice(HeaderLength + timeCount * (timeSize + 1), typeCount * 6);
        var names = block[(HeaderLength + timeCount * (timeSize + 1) + typeCount * 6)..];
        string? found = null;
        for (var place = -1; place < timeCount; place++)
        {
            var type = types.Slice((place < 0 ? 0 : indices[place]) * 6, 6);
            if (BinaryPrimitives.ReadInt32BigEndian(type) != (int)offset.TotalSeconds || (type[4] != 0) != isDaylight)
                continue;
            var name = names[type[5]..];
            found = Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]);
        }

        return found;
    }

    // The first block has times of four bytes and is there for old readers only.
    private static int BlockLength(ReadOnlySpan<byte> file) =>
        Count(file, 20) + Count(file, 24) + Count(file, 28) * 8 + Count(file, 32) * 5 + Count(file, 36) * 6 + Count(file, 40);

    private static int Count(ReadOnlySpan<byte> file, int place) => BinaryPrimitives.ReadInt32BigEndian(file[place..]);
}
