namespace ElastAlert.Alerting;

/// <summary>Says whether a match makes an alert, as far as silences decide it.</summary>
internal abstract record RealertDecision
{
    private RealertDecision()
    {
    }

    /// <summary>Says that the key is silent.</summary>
    /// <param name="By">The silence that decides.</param>
    public sealed record Silent(Silence By) : RealertDecision;

    /// <summary>Says that the match goes on.</summary>
    /// <param name="Next">The silence that it begins, or <see langword="null"/> where the rule has none.</param>
    public sealed record Passed(Silence? Next) : RealertDecision;
}
