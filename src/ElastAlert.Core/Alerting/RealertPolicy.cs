namespace ElastAlert.Alerting;

/// <summary>Decides on realert and silences (engine.md 5.3, 5.4; Q70 is mended: an exponent is never negative).</summary>
internal static class RealertPolicy
{
    private const int LargestExponent = 40;

    /// <summary>Decides what silences say about a match.</summary>
    /// <param name="alerting">How matches of the rule become alerts.</param>
    /// <param name="key">The silence key of the match.</param>
    /// <param name="current">The newest silence of the key, or <see langword="null"/>.</param>
    /// <param name="ruleWide">The newest silence of the whole rule, or <see langword="null"/>.</param>
    /// <param name="now">The moment.</param>
    public static RealertDecision Decide(RuleAlerting alerting, string key, Silence? current, Silence? ruleWide, DateTimeOffset now)
    {
        if (now < current?.Until)
            return new RealertDecision.Silent(current);
        if (now < ruleWide?.Until)
            return new RealertDecision.Silent(ruleWide);
        return new RealertDecision.Passed(alerting.Realert == TimeSpan.Zero ? null : Next(alerting, key, current, now));
    }

    /// <summary>Returns the silence that an alert begins.</summary>
    /// <param name="alerting">How matches of the rule become alerts.</param>
    /// <param name="key">The silence key.</param>
    /// <param name="current">The silence before, which has ended, or <see langword="null"/>.</param>
    /// <param name="now">The moment.</param>
    public static Silence Next(RuleAlerting alerting, string key, Silence? current, DateTimeOffset now)
    {
        if (current is null || alerting.ExponentialRealert is not { } longest)
            return new Silence(key, now + alerting.Realert);

        var realert = (long)alerting.Realert.TotalSeconds;
        var exponent = Math.Clamp(current.Exponent, 0, LargestExponent);
        var elapsed = (long)(now - current.Until).TotalSeconds;
        if (elapsed < realert << exponent)
            exponent = Math.Min(exponent + 1, LargestExponent);
        else
            exponent = Decay(realert, exponent, elapsed);

        var wait = TimeSpan.FromSeconds(realert << exponent);
        return wait >= longest
            ? new Silence(key, now + longest, Math.Max(exponent - 1, 0))
            : new Silence(key, now + wait, exponent);
    }

    /// <summary>Returns whether a silence that has ended has no effect any more on the ones that follow.</summary>
    /// <param name="alerting">How matches of the rule become alerts.</param>
    /// <param name="silence">The silence.</param>
    /// <param name="now">The moment.</param>
    public static bool IsForgotten(RuleAlerting alerting, Silence silence, DateTimeOffset now)
    {
        var memory = alerting.ExponentialRealert is null || alerting.Realert <= TimeSpan.Zero
            ? 0
            : alerting.Realert.TotalSeconds * Math.Pow(2, Math.Clamp(silence.Exponent, 0, LargestExponent) + 1);

        // An alert after a silence is silent for the longest time at the most, where that is shorter than the first silence.
        return (now - silence.Until).TotalSeconds > memory && !(alerting.ExponentialRealert < alerting.Realert);
    }

    private static int Decay(long realert, int exponent, long elapsed)
    {
        while (exponent > 0 && elapsed > realert << exponent)
        {
            elapsed -= realert << exponent;
            exponent--;
        }

        return exponent;
    }
}
