namespace ElastAlert;

/// <summary>Is one record of what happened.</summary>
/// <param name="Kind">What it records.</param>
/// <param name="Id">The id, so that writing it again changes nothing.</param>
/// <param name="Content">The document: a JSON object in UTF-8.</param>
public sealed record HistoryDocument(HistoryKind Kind, string Id, ReadOnlyMemory<byte> Content);
