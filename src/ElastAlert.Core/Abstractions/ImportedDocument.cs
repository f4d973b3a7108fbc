namespace ElastAlert;

/// <summary>Names one version of a document.</summary>
/// <param name="Index">The index.</param>
/// <param name="Id">The id.</param>
/// <param name="SequenceNumber">The sequence number of the version.</param>
/// <param name="PrimaryTerm">The primary term of the version.</param>
public sealed record ImportedDocument(string Index, string Id, long SequenceNumber, long PrimaryTerm);
