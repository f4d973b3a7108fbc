using System.Globalization;

namespace ElastAlert.Embedded.Dates;

/// <summary>Reads and writes numbers of milliseconds or seconds since 1970.</summary>
internal sealed class EpochPattern(int unitsPerSecond) : IDatePattern
{
    public bool TryParse(ReadOnlySpan<char> text, DateResolution resolution, out Moment moment)
    {
        moment = default;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var units))
            return false;
        var nanos = units * 1_000_000_000m / unitsPerSecond;
        if (Math.Abs(nanos) > 1e27m)
            return false;
        var seconds = Math.Floor(nanos / 1_000_000_000m);
        moment = new Moment((long)seconds, (int)(nanos - (seconds * 1_000_000_000m)));
        return true;
    }

    public string Format(Moment moment, TimeZoneInfo zone)
    {
        var units = moment.Seconds + (moment.Nanos / 1_000_000_000m);
        return (units * unitsPerSecond).ToString("0.#########", CultureInfo.InvariantCulture);
    }
}
