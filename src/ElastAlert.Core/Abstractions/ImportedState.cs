namespace ElastAlert;

/// <summary>Is what ElastAlert itself left behind for a rule.</summary>
public sealed record ImportedState
{
    /// <summary>Gets the end of the last recorded run, or <see langword="null"/>.</summary>
    public DateTimeOffset? LastEnd { get; init; }

    /// <summary>Gets the alerts that were held or could not be sent, oldest first.</summary>
    public IReadOnlyList<ImportedAlert> Alerts { get; init; } = [];
}
