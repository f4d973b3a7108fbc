using System.Text;
using System.Text.Json;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Checks documents against the mapping of an index, and adds the fields that it does not have.</summary>
internal sealed class DocumentMapper(IndexMapping mapping)
{
    private readonly DynamicFields _dynamicFields = new(mapping);
    private readonly List<(ObjectMapping Parent, string Name)> _added = [];
    private readonly SortedSet<string> _ignored = new(StringComparer.Ordinal);
    private string _id = "";
    private long _at;

    /// <summary>Takes a document; when it is refused, the mapping is as before.</summary>
    /// <returns>The fields that have a value which is stored but cannot be searched.</returns>
    public IReadOnlyList<string> Map(ReadOnlySpan<byte> source, string id, long at)
    {
        (_id, _at) = (id, at);
        _added.Clear();
        _ignored.Clear();
        try
        {
            var reader = new Utf8JsonReader(source);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw new RequestFailure(400, "document_parsing_exception", "[1:1] failed to parse: the document is not an object");
            ReadObject(ref reader, mapping.Root, mapping.Root.Dynamic ?? DynamicMode.Add);
            return _ignored.Count == 0 ? [] : [.. _ignored];
        }
        catch (JsonException exception)
        {
            Undo();
            throw new RequestFailure(400, "document_parsing_exception", "[1:1] failed to parse")
            {
                Cause = new RequestFailure(400, "x_content_parse_exception", exception.Message),
            };
        }
        catch
        {
            Undo();
            throw;
        }
    }

    private void Undo()
    {
        for (var i = _added.Count - 1; i >= 0; i--)
        {
            var (parent, name) = _added[i];
            if (parent.Find(name) is FieldMapping field)
                mapping.Unregister(field);
            parent.Remove(name);
        }
    }

    private void ReadObject(ref Utf8JsonReader reader, ObjectMapping parent, DynamicMode mode)
    {
        Span<char> buffer = stackalloc char[256];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan.Length <= buffer.Length ? buffer[..reader.CopyString(buffer)] : reader.GetString().AsSpan();
            reader.Read();
            ReadNamed(ref reader, parent, name, mode);
        }
    }

    private void ReadNamed(ref Utf8JsonReader reader, ObjectMapping parent, scoped ReadOnlySpan<char> name, DynamicMode mode)
    {
        while (name.IndexOf('.') is var dot and > 0 && dot < name.Length - 1)
        {
            if (reader.TokenType == JsonTokenType.Null)
                return;
            if (Child(parent, name[..dot], mode) is not { IsEnabled: true } child)
            {
                reader.Skip();
                return;
            }

            parent = child;
            mode = child.Dynamic ?? mode;
            name = name[(dot + 1)..];
        }

        ReadValue(ref reader, parent, name, mode);
    }

    private void ReadValue(ref Utf8JsonReader reader, ObjectMapping parent, scoped ReadOnlySpan<char> name, DynamicMode mode)
    {
        var node = parent.Find(name);
        if (node is ObjectMapping { IsEnabled: false })
        {
            reader.Skip();
            return;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    ReadValue(ref reader, parent, name, mode);
                break;
            case JsonTokenType.StartObject:
                ReadChild(ref reader, parent, node, name, mode);
                break;
            default:
                ReadScalar(ref reader, parent, node, name, mode);
                break;
        }
    }

    private void ReadChild(ref Utf8JsonReader reader, ObjectMapping parent, MappingNode? node, scoped ReadOnlySpan<char> name, DynamicMode mode)
    {
        if (node is FieldMapping field)
            throw Refuse(field, ref reader, "Can't get text on a START_OBJECT");
        if (Child(parent, name, mode) is { } child)
            ReadObject(ref reader, child, child.Dynamic ?? mode);
        else
            reader.Skip();
    }

    private void ReadScalar(ref Utf8JsonReader reader, ObjectMapping parent, MappingNode? node, scoped ReadOnlySpan<char> name, DynamicMode mode)
    {
        switch (node)
        {
            case FieldMapping field:
                Check(field, ref reader);
                break;
            case ObjectMapping child:
                throw Failure($"object mapping for [{child.Path}] tried to parse field [{name}] as object, but found a concrete value");
            case null when mode == DynamicMode.Refuse:
                throw Strict(parent, name);
            case null when mode == DynamicMode.Add:
                _added.Add((parent, name.ToString()));
                Check(_dynamicFields.Add(parent, name.ToString(), ref reader, _at), ref reader);
                break;
        }
    }

    private ObjectMapping? Child(ObjectMapping parent, scoped ReadOnlySpan<char> name, DynamicMode mode)
    {
        switch (parent.Find(name))
        {
            case ObjectMapping existing:
                return existing;
            case FieldMapping field:
                throw Failure($"Could not dynamically add mapping for field [{field.Path}]. "
                    + $"Existing mapping for [{field.Path}] must be of type object but found [{field.Type.Name}].");
            case null when mode == DynamicMode.Refuse:
                throw Strict(parent, name);
            case null when mode == DynamicMode.Ignore:
                return null;
        }

        var child = new ObjectMapping(parent.PathOf(name));
        parent.Add(name.ToString(), child);
        _added.Add((parent, name.ToString()));
        return child;
    }

    private void Check(FieldMapping field, ref Utf8JsonReader reader)
    {
        if (field.Type is NumericType type)
            CheckNumeric(field, type, ref reader);
        else if (field.Type is KeywordType keyword)
            CheckLength(field, keyword, ref reader);
        foreach (var further in field.MultiFields)
            Check(further, ref reader);
    }

    private void CheckNumeric(FieldMapping field, NumericType type, ref Utf8JsonReader reader)
    {
        try
        {
            Scalars.Encode(ref reader, type);
        }
        catch (FormatException exception)
        {
            throw Refuse(field, ref reader, exception.Message);
        }
    }

    private void CheckLength(FieldMapping field, KeywordType keyword, ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > keyword.IgnoreAbove && Scalars.Text(ref reader).Length > keyword.IgnoreAbove)
            _ignored.Add(field.Path);
    }

    private RequestFailure Refuse(FieldMapping field, ref Utf8JsonReader reader, string reason)
    {
        var position = $"1:{reader.TokenStartIndex + 1}";
        var preview = reader.TokenType == JsonTokenType.StartObject ? "{...}" : Scalars.Text(ref reader);
        return new RequestFailure(
            400,
            "document_parsing_exception",
            $"[{position}] failed to parse field [{field.Path}] of type [{field.Type.Name}] in document with id '{_id}'. Preview of field's value: '{preview}'")
        {
            Cause = RequestFailure.Illegal(reason),
        };
    }

    private static RequestFailure Strict(ObjectMapping parent, scoped ReadOnlySpan<char> name)
    {
        var place = parent.Path.Length == 0 ? "_doc" : parent.Path;
        return new RequestFailure(
            400, "strict_dynamic_mapping_exception", $"mapping set to strict, dynamic introduction of [{name}] within [{place}] is not allowed");
    }

    private static RequestFailure Failure(string reason) => new(400, "document_parsing_exception", reason);
}
