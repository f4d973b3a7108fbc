using ElastAlert.Values;

namespace ElastAlert;

/// <summary>Is an alert document, with the members of its aggregate, that ElastAlert itself left unsent.</summary>
/// <param name="Id">The id of the head document.</param>
/// <param name="AlertTime">When it was due.</param>
/// <param name="AggregationKey">The value of the aggregation key, or <see langword="null"/>.</param>
/// <param name="Matches">The matches: the head's, then the members'.</param>
/// <param name="Documents">The documents to be removed.</param>
public sealed record ImportedAlert(
    string Id,
    DateTimeOffset AlertTime,
    string? AggregationKey,
    IReadOnlyList<Document> Matches,
    IReadOnlyList<ImportedDocument> Documents)
{
    /// <summary>Gets whether sending was tried before, so that its matches have been through the enhancements (Q60).</summary>
    public bool WasTried { get; init; }
}
