using System.Globalization;
using ElastAlert.Testing;

namespace ElastAlert.KillHost;

/// <summary>
/// Is a clock in a file: it stands where the last process left it, and every process that shares it reads the same moment, also one that
/// was stopped meanwhile. Its timers fire when this process moves it, or finds that another one has.
/// </summary>
/// <param name="file">The file: milliseconds since 1970, so that a shell can read them.</param>
internal sealed class SharedClock(string file) : TimeProvider
{
    private readonly TestClock _timers = new(Read(file));

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Gets how many timers are running.</summary>
    public int ActiveTimers => _timers.ActiveTimers;

    /// <summary>Gets the first moment at which a timer is due, in the whole milliseconds of the file.</summary>
    public DateTimeOffset NextTimer
    {
        get
        {
            var due = (_timers.NextTimer ?? DateTimeOffset.MaxValue.AddDays(-1)).UtcTicks;
            return new DateTimeOffset(due + ((TimeSpan.TicksPerMillisecond - (due % TimeSpan.TicksPerMillisecond)) % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        }
    }

    /// <summary>Gets whether another process has moved the clock.</summary>
    public bool IsBehind => _timers.GetUtcNow() < GetUtcNow();

    public override DateTimeOffset GetUtcNow() => Read(file);

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _timers.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves the clock for everybody.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        File.WriteAllText(file + ".new", moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) + "\n");
        File.Move(file + ".new", file, overwrite: true);
        CatchUp();
    }

    /// <summary>Fires the timers that are due by now.</summary>
    public void CatchUp() => _timers.SetTo(GetUtcNow());

    private static DateTimeOffset Read(string file) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture));
}
