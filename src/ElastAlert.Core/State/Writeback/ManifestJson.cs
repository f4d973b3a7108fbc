using System.Text.Json;

namespace ElastAlert.State.Writeback;

/// <summary>Writes a manifest as a document, and reads it again.</summary>
internal static class ManifestJson
{
    /// <summary>Is the value of the field <c>kind</c>.</summary>
    public const string Kind = "manifest";

    public static void Write(Utf8JsonWriter writer, Manifest manifest)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, Kind);
        writer.WriteNumber("schema"u8, Manifest.Schema);
        writer.WriteString("rule_id"u8, manifest.RuleKey);
        writer.WriteString("rule"u8, manifest.Rule);
        writer.WriteNumber("generation"u8, manifest.Generation);
        writer.WriteString("commit"u8, manifest.CommitId);
        writer.WriteString("owner"u8, manifest.Lease.Owner);
        writer.WriteNumber("epoch"u8, manifest.Lease.Epoch);
        writer.WriteString("lease_until"u8, manifest.Lease.Until);
        writer.WriteBase64String("content"u8, manifest.Checkpoint.Span);
        WriteParts(writer, manifest.Parts);
        writer.WriteStartArray("batches"u8);
        foreach (var batch in manifest.Batches)
            writer.WriteStringValue(batch);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <exception cref="StateFormatException">The document cannot be read.</exception>
    public static Manifest Read(JsonElement source, string id)
    {
        try
        {
            var schema = source.GetProperty("schema").GetInt32();
            return schema <= Manifest.Schema ? ReadCurrent(source) : throw Newer(id, schema);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new StateFormatException(
                $"The state document '{id}' is damaged. It was left as it is: restore it from a snapshot, or delete it to let its rule begin anew.", exception);
        }
    }

    private static StateFormatException Newer(string id, int schema) => new(
        $"The state document '{id}' was written by a newer version (its schema is {schema}, this version knows {Manifest.Schema}). " +
        "It was left as it is: run the newer version.");

    private static Manifest ReadCurrent(JsonElement source) => new()
    {
        Rule = source.GetProperty("rule").GetString()!,
        Generation = source.GetProperty("generation").GetInt64(),
        CommitId = source.GetProperty("commit").GetString()!,
        Lease = new RuleLease(
            source.GetProperty("owner").GetString()!, source.GetProperty("epoch").GetInt64(), source.GetProperty("lease_until").GetDateTimeOffset()),
        Checkpoint = source.GetProperty("content").GetBytesFromBase64(),
        Parts = ReadParts(source),
        Batches = [.. source.GetProperty("batches").EnumerateArray().Select(batch => batch.GetString()!)],
    };

    // Many parts come from few commits: each commit's key is written once.
    private static void WriteParts(Utf8JsonWriter writer, IReadOnlyDictionary<string, PartLocation> parts)
    {
        writer.WriteStartObject("parts"u8);
        foreach (var ofCommit in parts.GroupBy(part => part.Value.Commit, StringComparer.Ordinal))
        {
            writer.WriteStartArray(ofCommit.Key);
            foreach (var (name, location) in ofCommit)
            {
                writer.WriteStringValue(name);
                writer.WriteNumberValue(location.First);
                writer.WriteNumberValue(location.Count);
                writer.WriteNumberValue(location.Length);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static Dictionary<string, PartLocation> ReadParts(JsonElement source)
    {
        var parts = new Dictionary<string, PartLocation>(StringComparer.Ordinal);
        foreach (var ofCommit in source.GetProperty("parts").EnumerateObject())
        {
            foreach (var part in ofCommit.Value.EnumerateArray().Chunk(4))
            {
                var location = new PartLocation(ofCommit.Name, part[1].GetInt32(), part[2].GetInt32(), part[3].GetInt32());
                parts.Add(part[0].GetString()!, location);
            }
        }

        return parts;
    }
}
