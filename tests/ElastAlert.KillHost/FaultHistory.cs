namespace ElastAlert.KillHost;

/// <summary>Is a history with points before and after each call.</summary>
internal sealed class FaultHistory(IHistory inner, FaultPoints faults) : IHistory
{
    public Task WriteAsync(IReadOnlyList<HistoryDocument> documents, CancellationToken cancellationToken) =>
        faults.AroundAsync("history", () => inner.WriteAsync(documents, cancellationToken));
}
