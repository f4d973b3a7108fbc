using System.Text;

namespace ElastAlert.Scheduling;

/// <summary>
/// Is the grid of moments at which a rule runs: fixed, so that it does not drift (Q38), and moved by an offset from the rule's name, so that
/// rules do not all run at once. A moment that was missed is not made up: the next run covers the gap.
/// </summary>
internal sealed class RunGrid
{
    private static readonly TimeSpan LongestFirstWait = TimeSpan.FromSeconds(15);

    private readonly long _interval;
    private readonly ulong _spread;

    /// <summary>Creates the grid of a rule.</summary>
    /// <param name="rule">The name of the rule.</param>
    /// <param name="runEvery">The time between two runs.</param>
    public RunGrid(string rule, TimeSpan runEvery)
    {
        _interval = Math.Max(runEvery.Ticks, TimeSpan.TicksPerMillisecond);
        _spread = Hash(rule);
    }

    /// <summary>Gets how far the grid lies behind whole multiples of the interval.</summary>
    public TimeSpan Offset => Spread(_interval);

    /// <summary>Returns the moment of the first run: soon, whatever the interval is.</summary>
    /// <param name="now">The moment at which the rule was started.</param>
    public DateTimeOffset First(DateTimeOffset now) => now + Spread(Math.Min(_interval, LongestFirstWait.Ticks));

    /// <summary>Returns the first moment of the grid that is later than another.</summary>
    /// <param name="after">The moment.</param>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        var past = (after.UtcTicks - Offset.Ticks) % _interval;
        return after.AddTicks(_interval - (past < 0 ? past + _interval : past));
    }

    private TimeSpan Spread(long ticks) => TimeSpan.FromMilliseconds((long)(_spread % (ulong)(ticks / TimeSpan.TicksPerMillisecond)));

    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ part) * 1099511628211UL;
        return hash ^ (hash >> 32);
    }
}
