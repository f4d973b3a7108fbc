namespace ElastAlert.Embedded.Indexing;

/// <summary>Says under which conditions a document is written.</summary>
internal readonly record struct WriteOptions(bool OnlyCreate = false, long? IfSequenceNumber = null, long? IfPrimaryTerm = null);
