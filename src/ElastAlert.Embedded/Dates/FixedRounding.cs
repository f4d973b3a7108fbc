namespace ElastAlert.Embedded.Dates;

/// <summary>Cuts moments to intervals of one length.</summary>
internal sealed class FixedRounding(long interval, long offset, TimeZoneInfo zone) : DateRounding
{
    public override long Floor(long milliseconds)
    {
        var moment = milliseconds - offset;
        if (ReferenceEquals(zone, TimeZoneInfo.Utc))
            return FloorTo(moment) + offset;
        var local = (ToLocal(moment, zone).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        return ToMilliseconds(DateTime.UnixEpoch.AddMilliseconds(FloorTo(local)), zone) + offset;
    }

    public override long Next(long floor)
    {
        var next = Floor(floor + interval);
        return next > floor ? next : floor + interval;
    }

    private long FloorTo(long value)
    {
        var rest = value % interval;
        return value - (rest < 0 ? rest + interval : rest);
    }
}
