using System.Text.Json;

namespace ElastAlert.State.Writeback;

/// <summary>Writes parts as documents that never change, and reads them again. A large part is cut into several.</summary>
internal static class PartDocuments
{
    /// <summary>Is the value of the field <c>kind</c>.</summary>
    public const string Kind = "part";

    private const int LargestAnswer = 12 * 1024 * 1024;
    private const int MostInAnswer = 500;

    /// <summary>Adds the documents of the parts of a commit to a bulk request.</summary>
    public static void Write(BulkRequest bulk, CommitPlan plan)
    {
        foreach (var part in plan.Parts)
        {
            foreach (var (id, content) in plan.Pieces(part))
                bulk.Index(id, writer => WritePiece(writer, plan.Next, id, part.Name, content.Span));
        }
    }

    /// <summary>Reads parts; those of which a document is missing are not in the answer.</summary>
    public static async Task<Dictionary<string, StatePart>> ReadAsync(
        StateDocuments documents, string ruleKey, IReadOnlyDictionary<string, PartLocation> locations, CancellationToken cancellationToken)
    {
        var pieces = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var ids in InAnswers(locations.Values, ruleKey))
            await documents.GetManyAsync(ids, "content", document => AddPiece(pieces, document), cancellationToken).ConfigureAwait(false);

        var parts = new Dictionary<string, StatePart>(StringComparer.Ordinal);
        foreach (var (name, location) in locations)
        {
            if (Join(pieces, ruleKey, location) is { } content)
                parts.Add(name, new StatePart(name, content));
        }

        return parts;
    }

    private static void WritePiece(Utf8JsonWriter writer, Manifest manifest, string id, string name, ReadOnlySpan<byte> content)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, Kind);
        writer.WriteString("key"u8, id);
        writer.WriteString("rule_id"u8, manifest.RuleKey);
        writer.WriteNumber("generation"u8, manifest.Generation);
        writer.WriteString("name"u8, name);
        writer.WriteBase64String("content"u8, content);
        writer.WriteEndObject();
    }

    private static void AddPiece(Dictionary<string, byte[]> pieces, JsonElement document)
    {
        var id = document.GetProperty("_id").GetString()!;
        if (document.GetProperty("_source").TryGetProperty("content", out var content) && content.TryGetBytesFromBase64(out var bytes))
            pieces.Add(id, bytes);
    }

    private static byte[]? Join(Dictionary<string, byte[]> pieces, string ruleKey, PartLocation location)
    {
        var found = location.DocumentIds(ruleKey).Select(id => pieces.GetValueOrDefault(id)).OfType<byte[]>().ToList();
        if (found.Sum(piece => piece.Length) != location.Length)
            return null;
        return found is [var only] ? only : [.. found.SelectMany(piece => piece)];
    }

    private static IEnumerable<List<string>> InAnswers(IEnumerable<PartLocation> locations, string ruleKey)
    {
        var ids = new List<string>();
        var size = 0;
        foreach (var (id, length) in locations.SelectMany(location => location.DocumentIds(ruleKey).Select(id => (id, location.Length / location.Count))))
        {
            if (ids.Count > 0 && (size + length > LargestAnswer || ids.Count == MostInAnswer))
            {
                yield return ids;
                ids = [];
                size = 0;
            }

            ids.Add(id);
            size += length;
        }

        if (ids.Count > 0)
            yield return ids;
    }
}
