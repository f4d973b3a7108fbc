using System.Text.Json;

namespace ElastAlert.Querying;

/// <summary>Is a hit taken apart in one pass over its members.</summary>
internal readonly struct HitParts
{
    private static readonly JsonElement NoText = JsonElement.Parse("\"\"");

    public JsonElement Id { get; private init; }

    public JsonElement Index { get; private init; }

    /// <summary>Gets the type of the document, undefined where the server knows no types.</summary>
    public JsonElement Type { get; private init; }

    /// <summary>Gets the source, undefined where it was not asked for.</summary>
    public JsonElement Source { get; private init; }

    /// <summary>Gets the fields that were asked for besides the source, undefined without any.</summary>
    public JsonElement Fields { get; private init; }

    /// <summary>Gets the sequence number, -1 where it was not asked for.</summary>
    public long SequenceNumber { get; private init; }

    public static HitParts Of(JsonElement hit)
    {
        JsonElement id = NoText, index = NoText, type = default, source = default, fields = default;
        var sequenceNumber = -1L;
        foreach (var member in hit.EnumerateObject())
        {
            if (member.NameEquals("_id"u8))
                id = member.Value;
            else if (member.NameEquals("_index"u8))
                index = member.Value;
            else if (member.NameEquals("_source"u8))
                source = member.Value;
            else if (member.NameEquals("fields"u8))
                fields = member.Value;
            else if (member.NameEquals("_type"u8))
                type = member.Value;
            else if (member.NameEquals("_seq_no"u8))
                sequenceNumber = member.Value.GetInt64();
        }

        return new HitParts { Id = id, Index = index, Type = type, Source = source, Fields = fields, SequenceNumber = sequenceNumber };
    }
}
