namespace ElastAlert.Embedded.Sorting;

/// <summary>Is a document among the sorted ones.</summary>
/// <param name="View">The number of its index in the search.</param>
/// <param name="Document">Its place in the index.</param>
/// <param name="First">What it is sorted by first.</param>
internal readonly record struct SortedHit(int View, int Document, SortValue First);
