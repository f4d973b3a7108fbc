using ElastAlert.Values;

namespace ElastAlert;

/// <summary>Is the number of documents with one value of the query key.</summary>
/// <param name="Key">The value.</param>
/// <param name="Count">The number of documents.</param>
public readonly record struct TermsBucket(FieldValue Key, long Count);
