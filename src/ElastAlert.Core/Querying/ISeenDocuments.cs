namespace ElastAlert.Querying;

/// <summary>Tells which documents a rule has seen.</summary>
internal interface ISeenDocuments
{
    /// <summary>Gets the moments and sequence numbers of the documents of a span, and perhaps of others.</summary>
    /// <param name="window">The span.</param>
    IEnumerable<(DateTimeOffset Moment, long SequenceNumber)> In(TimeWindow window);

    /// <summary>Finds the sequence number of the version of a document that was seen.</summary>
    /// <param name="index">The index.</param>
    /// <param name="id">The id.</param>
    /// <param name="sequenceNumber">The sequence number, -1 when it is not known.</param>
    /// <returns>Whether the document was seen.</returns>
    bool TryGetSequenceNumber(string index, string id, out long sequenceNumber);
}
