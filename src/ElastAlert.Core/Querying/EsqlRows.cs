using System.Security.Cryptography;
using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.Querying;

/// <summary>Makes hits of the rows of an ES|QL answer (engine.md 3.12).</summary>
internal static class EsqlRows
{
    /// <summary>Returns each row as a hit, its columns as flat members of the source.</summary>
    public static IEnumerable<JsonElement> Read(JsonElement answer, string index)
    {
        var columns = answer.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()!).ToArray();
        foreach (var row in answer.GetProperty("values").EnumerateArray())
            yield return ToHit(columns, row, index);
    }

    private static JsonElement ToHit(string[] columns, JsonElement row, string index)
    {
        var members = columns.Zip(row.EnumerateArray()).OrderBy(member => member.First, StringComparer.Ordinal).ToList();
        var source = JsonBody.Write(members, WriteMembers);
        return JsonElement.Parse(JsonBody.Write((members, source, index), WriteHit).Span);
    }

    private static void WriteHit(Utf8JsonWriter writer, (List<(string Name, JsonElement Value)> Members, ReadOnlyMemory<byte> Source, string Index) row)
    {
        writer.WriteStartObject();
        WriteIdentity(writer, row.Members, "_id", Convert.ToHexStringLower(SHA256.HashData(row.Source.Span)));
        WriteIdentity(writer, row.Members, "_index", row.Index);
        writer.WritePropertyName("_source");
        writer.WriteRawValue(row.Source.Span);
        writer.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter writer, List<(string Name, JsonElement Value)> members, string name, string other)
    {
        var own = members.Find(member => member.Name == name).Value;
        writer.WriteString(name, own.ValueKind == JsonValueKind.String ? own.GetString() : other);
    }

    private static void WriteMembers(Utf8JsonWriter writer, List<(string Name, JsonElement Value)> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
