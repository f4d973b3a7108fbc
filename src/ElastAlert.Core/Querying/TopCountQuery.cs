using System.Text.Json;

namespace ElastAlert.Querying;

/// <summary>Asks for the most frequent values of a field among the documents around a match.</summary>
/// <param name="Field">The field, with its suffix.</param>
/// <param name="Window">The span around the match.</param>
/// <param name="Filters">What limits the documents to the query key of the match.</param>
internal sealed record TopCountQuery(string Field, TimeWindow Window, IReadOnlyList<JsonElement> Filters);
