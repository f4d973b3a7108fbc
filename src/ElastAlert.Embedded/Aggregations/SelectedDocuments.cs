using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Holds documents of one index, in the order of their places.</summary>
internal readonly record struct SelectedDocuments(IndexView View, int[] Documents);
