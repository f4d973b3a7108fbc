namespace ElastAlert.Hosting;

/// <summary>Is where an engine keeps what it must know, as it was chosen.</summary>
internal sealed record EngineState(IStateStore Store, IOutbox Outbox, IHistory? History, ISilenceSource? Silences, IStateImport? Import)
{
    /// <summary>Gets where the runs of other engines are recorded, or <see langword="null"/>.</summary>
    public IRecordedRuns? Runs { get; init; }
}
