namespace ElastAlert;

/// <summary>Is what became of a match, and why.</summary>
public sealed record MatchDecision
{
    /// <summary>Gets the time of the match.</summary>
    public required DateTimeOffset MatchTime { get; init; }

    /// <summary>Gets when it was decided.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Gets what was decided.</summary>
    public required MatchOutcome Outcome { get; init; }

    /// <summary>Gets the silence key of the match.</summary>
    public required string SilenceKey { get; init; }

    /// <summary>Gets index and id of the document, or <see langword="null"/> for a match without one.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Gets the id of the alert, or <see langword="null"/> where there is none.</summary>
    public string? AlertId { get; init; }

    /// <summary>Gets until when the match is held, or the key is silent; or <see langword="null"/>.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Gets what decided: the silence key that is silent, the enhancement that dropped it, the aggregate that holds it.</summary>
    public string? By { get; init; }
}
