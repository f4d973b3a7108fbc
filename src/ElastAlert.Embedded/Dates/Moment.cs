namespace ElastAlert.Embedded.Dates;

/// <summary>Is a point in time with nanoseconds.</summary>
internal readonly record struct Moment(long Seconds, int Nanos)
{
    private const int NanosPerMillisecond = 1_000_000;
    private const int NanosPerSecond = 1_000_000_000;

    public long Milliseconds => checked((Seconds * 1000) + (Nanos / NanosPerMillisecond));

    public long Nanoseconds => checked((Seconds * NanosPerSecond) + Nanos);

    public static Moment FromMilliseconds(long milliseconds)
    {
        var (seconds, rest) = FloorDivide(milliseconds, 1000);
        return new Moment(seconds, (int)rest * NanosPerMillisecond);
    }

    public static Moment FromNanoseconds(long nanoseconds)
    {
        var (seconds, rest) = FloorDivide(nanoseconds, NanosPerSecond);
        return new Moment(seconds, (int)rest);
    }

    public static Moment FromUtc(DateTime utc, int nanos) =>
        new((utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond, nanos);

    /// <summary>Gets the moment as a date, cut to whole seconds.</summary>
    public DateTime ToUtc() => DateTime.UnixEpoch.AddTicks(Seconds * TimeSpan.TicksPerSecond);

    private static (long Quotient, long Remainder) FloorDivide(long value, long divisor)
    {
        var (quotient, rest) = Math.DivRem(value, divisor);
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest);
    }
}
