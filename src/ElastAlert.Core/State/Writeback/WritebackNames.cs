namespace ElastAlert.State.Writeback;

/// <summary>Names the indices that belong to a writeback index (engine.md 6.1), and those of this engine beside them.</summary>
/// <param name="Alerts">The writeback index <c>W</c> itself, which has the alerts.</param>
internal sealed record WritebackNames(string Alerts)
{
    public string Status => Alerts + "_status";

    public string Silence => Alerts + "_silence";

    public string Error => Alerts + "_error";

    public string Past => Alerts + "_past";

    public string State => Alerts + "_state";

    public string Outbox => Alerts + "_outbox";

    public string Of(HistoryKind kind) => kind switch
    {
        HistoryKind.Alert => Alerts,
        HistoryKind.Status => Status,
        HistoryKind.Silence => Silence,
        HistoryKind.Error => Error,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no index for this kind of record."),
    };
}
