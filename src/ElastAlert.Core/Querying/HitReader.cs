using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Querying;

/// <summary>Makes hits of what the server found (engine.md 3.4).</summary>
internal sealed class HitReader(Rule rule)
{
    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}");

    private readonly TimestampCodec _codec = new(rule.Timestamp);
    private readonly FieldPath _timestamp = FieldPath.Parse(rule.Timestamp.Field);
    private readonly CompoundKey[] _compoundKeys =
    [
        .. CompoundKey.Of(rule.Query.CompoundQueryKey),
        .. CompoundKey.Of(rule.Query.CompoundAggregationKey),
    ];

    private string _lastIndex = "";

    /// <summary>Reads a hit of a search or an event of an EQL query.</summary>
    /// <exception cref="SearchException">It has no timestamp, or one in another notation.</exception>
    public Hit Read(JsonElement hit)
    {
        var parts = HitParts.Of(hit);
        var source = parts.Source.ValueKind == JsonValueKind.Object ? parts.Source : EmptyObject;
        var fields = WithKeys(Document.Of(source, AddedTo(source, parts)));
        return new Hit(parts.Id.GetString() ?? "", IndexOf(parts), TimestampOf(fields), fields) { SequenceNumber = parts.SequenceNumber };
    }

    private static KeyValuePair<string, JsonElement>[] AddedTo(JsonElement source, in HitParts parts)
    {
        KeyValuePair<string, JsonElement>[] identity = parts.Type.ValueKind == JsonValueKind.Undefined
            ? [new("_id", parts.Id), new("_index", parts.Index)]
            : [new("_id", parts.Id), new("_index", parts.Index), new("_type", parts.Type)];
        if (parts.Fields.ValueKind == JsonValueKind.Undefined)
            return identity;
        var lacking = parts.Fields.EnumerateObject().Where(field => !source.TryGetProperty(field.Name, out _));
        return [.. lacking.Select(field => KeyValuePair.Create(field.Name, Unwrap(field.Value))), .. identity];
    }

    private static JsonElement Unwrap(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1 ? value[0] : value;

    // Most hits of a page come from one index, whose name is kept once.
    private string IndexOf(in HitParts parts)
    {
        if (!parts.Index.ValueEquals(_lastIndex))
            _lastIndex = parts.Index.GetString()!;
        return _lastIndex;
    }

    private Document WithKeys(Document fields)
    {
        foreach (var key in _compoundKeys)
            fields = fields.With(key.Name, key.TextOf(fields));
        return fields;
    }

    private DateTimeOffset TimestampOf(Document fields)
    {
        var value = _timestamp.Find(fields);
        if (value.IsMissing)
        {
            var names = string.Join(", ", fields.Members.Select(member => PythonText.Quote(member.Key)));
            throw new SearchException(
                $"Error: The configured timestamp_field '{rule.Timestamp.Field}' was not found in the query results. Available fields: [{names}]");
        }

        return _codec.TryRead(value.Element, out var moment)
            ? moment
            : throw new SearchException(
                $"Error: The timestamp_field '{rule.Timestamp.Field}' holds {PythonText.Repr(value.Element)}, "
                + "which is not in the notation of timestamp_type: check timestamp_type and timestamp_format.");
    }
}
