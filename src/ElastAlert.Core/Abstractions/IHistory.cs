namespace ElastAlert;

/// <summary>Keeps the record of what happened, in ElastAlert's own documents (engine.md section 6): status, alerts, silences, errors.</summary>
/// <remarks>Called from many threads. A document that is written twice, by its id, is there once.</remarks>
public interface IHistory
{
    /// <summary>Writes documents.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    Task WriteAsync(IReadOnlyList<HistoryDocument> documents, CancellationToken cancellationToken);
}
