namespace ElastAlert.RuleTypes.Windows;

/// <summary>Decides whether two windows differ enough (rule-types.md 5.6 and 5.12).</summary>
internal sealed record SpikeComparison
{
    /// <summary>Gets the ratio from which on a difference is a spike.</summary>
    public required double SpikeHeight { get; init; }

    /// <summary>Gets whether more than before is a spike.</summary>
    public required bool MatchesUp { get; init; }

    /// <summary>Gets whether less than before is a spike.</summary>
    public required bool MatchesDown { get; init; }

    /// <summary>Gets the least that the reference window must have.</summary>
    public double ThresholdReference { get; init; }

    /// <summary>Gets the least that the current window must have.</summary>
    public double ThresholdCurrent { get; init; }

    /// <summary>Gets whether a side that is zero is never compared.</summary>
    public bool RefusesZero { get; init; }

    /// <summary>Returns whether the current side is a spike; a side that is nothing never is.</summary>
    public bool IsSpike(Amount reference, Amount current)
    {
        if (!reference.IsNumber || !current.IsNumber)
            return false;
        var (before, now) = (reference.ToDouble(), current.ToDouble());
        if (RefusesZero ? before == 0 || now == 0 : now < ThresholdCurrent || before < ThresholdReference)
            return false;
        return (MatchesUp && now >= before * SpikeHeight) || (MatchesDown && now <= before / SpikeHeight);
    }
}
