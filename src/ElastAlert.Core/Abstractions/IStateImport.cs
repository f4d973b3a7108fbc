namespace ElastAlert;

/// <summary>Takes over what ElastAlert itself left behind for a rule, so that an installation is switched over without a gap.</summary>
public interface IStateImport
{
    /// <summary>Reads what a rule without state of its own takes over.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="now">The moment from which the alert time limit is counted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<ImportedState> ReadAsync(Rule rule, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes what was taken over, after it has been committed; a document that changed since stays.</summary>
    /// <param name="documents">The documents of what was read.</param>
    /// <param name="cancellationToken">Ends the removal.</param>
    /// <remarks>It is repeated after a crash; a document that is gone is no error.</remarks>
    Task CompleteAsync(IReadOnlyList<ImportedDocument> documents, CancellationToken cancellationToken);
}
