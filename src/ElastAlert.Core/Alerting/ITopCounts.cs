namespace ElastAlert.Alerting;

/// <summary>Counts the most frequent values of fields around the matches of one rule.</summary>
internal interface ITopCounts
{
    /// <summary>Gets the fields that are counted, with their suffix.</summary>
    IReadOnlyList<string> TopCountFields { get; }

    /// <summary>Counts the values of one field.</summary>
    /// <param name="match">The match.</param>
    /// <param name="field">The field, with its suffix.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The values and their counts, the most frequent first.</returns>
    Task<IReadOnlyList<KeyValuePair<string, long>>> CountAsync(RuleMatch match, string field, CancellationToken cancellationToken);
}
