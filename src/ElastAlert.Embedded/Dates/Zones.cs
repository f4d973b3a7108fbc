using System.Globalization;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Dates;

/// <summary>Finds time zones by the names that requests use, and turns local times into moments.</summary>
internal static class Zones
{
    public static TimeZoneInfo Find(string name)
    {
        if (TryParseOffset(name, out var offset))
            return offset == TimeSpan.Zero ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name);
        if (name is "UTC" or "GMT" or "UT" or "Z")
            return TimeZoneInfo.Utc;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw RequestFailure.Illegal($"Unknown time-zone ID: {name}");
    }

    /// <summary>Reads <c>Z</c>, <c>+01</c>, <c>+0100</c> or <c>+01:00</c>.</summary>
    public static bool TryParseOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z")
            return true;
        if (text.Length is not (3 or 5 or 6) || text[0] is not ('+' or '-'))
            return false;
        if (text.Length == 6 && text[3] != ':')
            return false;
        var minutes = text.Length == 3 ? "00" : text[^2..];
        if (!TryDigits(text.Slice(1, 2), out var h) || !TryDigits(minutes, out var m) || h > 18 || m > 59)
            return false;
        offset = new TimeSpan(h, m, 0);
        if (text[0] == '-')
            offset = -offset;
        return true;
    }

    /// <summary>Gets the moment of a local time: within a gap the later one, where it occurs twice the earlier one.</summary>
    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        if (ReferenceEquals(zone, TimeZoneInfo.Utc))
            return local;
        if (zone.IsInvalidTime(local))
            return local - zone.GetUtcOffset(local.AddDays(-1));
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return local - offset;
    }

    public static DateTime ToLocal(DateTime utc, TimeZoneInfo zone) =>
        ReferenceEquals(zone, TimeZoneInfo.Utc) ? utc : utc + zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static bool TryDigits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
