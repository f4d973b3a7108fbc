namespace ElastAlert.Scheduling;

/// <summary>
/// Decides whether a rule may run (engine.md 4.7, Q47 mended): in a minute that the schedule names it runs at its usual interval, outside it
/// sleeps until the next one; so a schedule that names single minutes gives one run each.
/// </summary>
internal static class LimitExecutionPolicy
{
    /// <summary>Decides.</summary>
    /// <param name="next">Returns the first moment of the schedule strictly after another.</param>
    /// <param name="now">The moment of the run.</param>
    public static ExecutionDecision Decide(Func<DateTimeOffset, DateTimeOffset?> next, DateTimeOffset now)
    {
        var minute = now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerMinute));
        var mayRun = next(minute.AddTicks(-1)) < minute.AddMinutes(1);
        return new ExecutionDecision(mayRun, mayRun ? now : next(now));
    }
}
