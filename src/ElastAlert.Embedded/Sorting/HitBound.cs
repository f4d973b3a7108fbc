namespace ElastAlert.Embedded.Sorting;

/// <summary>Is a place in an order, after which a page begins.</summary>
/// <param name="First">What the hit at the place is sorted by first.</param>
/// <param name="IsAfter">Says whether a hit comes after the place.</param>
internal sealed record HitBound(SortValue First, Func<SortedHit, bool> IsAfter);
