using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.State.Writeback;

/// <summary>Gathers an unsent alert document of ElastAlert and the members of its aggregate.</summary>
internal sealed class ReferenceAlert
{
    private readonly List<Document> _matches = [];
    private readonly List<ImportedDocument> _documents = [];

    private ReferenceAlert()
    {
    }

    public required string Id { get; init; }

    public required DateTimeOffset AlertTime { get; init; }

    public string? AggregationKey { get; init; }

    public bool WasTried { get; init; }

    /// <summary>Reads a head; one that lacks what the reference asks for stays where it is, as there (engine.md 5.8).</summary>
    public static ReferenceAlert? Read(JsonElement hit, string rule)
    {
        var source = hit.GetProperty("_source");
        if (Text(source, "rule_name") != rule || Text(source, "alert_time") is not { } time || !IsoTime.TryParse(time, out var alertTime)
            || !source.TryGetProperty("match_body", out var body) || body.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var alert = new ReferenceAlert
        {
            Id = hit.GetProperty("_id").GetString()!,
            AlertTime = alertTime,
            AggregationKey = Text(source, "aggregation_key"),
            WasTried = source.TryGetProperty("alert_exception", out var exception) && exception.ValueKind != JsonValueKind.Null,
        };
        alert.AddMember(hit);
        return alert;
    }

    public void AddMember(JsonElement hit)
    {
        if (hit.GetProperty("_source").TryGetProperty("match_body", out var body) && body.ValueKind == JsonValueKind.Object)
            _matches.Add(Document.Parse(body.GetRawText()));
        var version = DocumentVersion.Of(hit);
        _documents.Add(new ImportedDocument(
            hit.GetProperty("_index").GetString()!, hit.GetProperty("_id").GetString()!, version.SequenceNumber, version.PrimaryTerm));
    }

    public ImportedAlert ToImported() => new(Id, AlertTime, AggregationKey, _matches, _documents) { WasTried = WasTried };

    private static string? Text(JsonElement source, string name) =>
        source.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
