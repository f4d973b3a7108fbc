namespace ElastAlert.Embedded.Dates;

/// <summary>Cuts moments, in milliseconds, to the beginning of their interval.</summary>
internal abstract class DateRounding
{
    /// <summary>Gets the beginning of the interval that holds a moment.</summary>
    public abstract long Floor(long milliseconds);

    /// <summary>Gets the beginning of the interval after the one that begins at a moment.</summary>
    public abstract long Next(long floor);

    protected static DateTime ToLocal(long milliseconds, TimeZoneInfo zone) =>
        Zones.ToLocal(DateTime.UnixEpoch.AddMilliseconds(milliseconds), zone);

    protected static long ToMilliseconds(DateTime local, TimeZoneInfo zone) =>
        (Zones.ToUtc(local, zone).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
}
