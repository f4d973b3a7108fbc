namespace ElastAlert.State.Writeback;

/// <summary>Puts together what keeps state, and reads and writes ElastAlert's own documents, in one set of writeback indices.</summary>
internal sealed class WritebackState
{
    /// <param name="transport">The cluster of the writeback index.</param>
    /// <param name="writebackIndex">The name of the writeback index.</param>
    /// <param name="alertTimeLimit">How long a failed alert is tried again.</param>
    /// <param name="time">The clock.</param>
    public WritebackState(ISearchTransport transport, string writebackIndex, TimeSpan alertTimeLimit, TimeProvider time)
    {
        var indices = new StateIndices(transport, new WritebackNames(writebackIndex));
        var manifests = new RuleManifests(indices);
        var alerts = new CommittedAlerts();
        Store = new WritebackStateStore(indices, manifests, alerts, new StateSweep(indices));
        Outbox = new WritebackOutbox(indices, manifests, alerts);
        History = new WritebackHistory(transport, writebackIndex);
        Silences = new WritebackSilences(transport, writebackIndex);
        Runs = new WritebackRuns(transport, writebackIndex, time);
        Import = new ReferenceStateImport(transport, writebackIndex, alertTimeLimit, time);
    }

    public IStateStore Store { get; }

    public IOutbox Outbox { get; }

    public IHistory History { get; }

    public ISilenceSource Silences { get; }

    public IStateImport Import { get; }

    public IRecordedRuns Runs { get; }
}
