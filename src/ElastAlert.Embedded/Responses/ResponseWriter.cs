using System.Text.Encodings.Web;
using System.Text.Json;
using ElastAlert.Embedded.Numbers;

namespace ElastAlert.Embedded.Responses;

/// <summary>Writes the JSON of an answer, without the parts that the request filters out.</summary>
/// <remarks>The name of a value is <see langword="null"/> inside of an array. What is filtered leaves no empty object behind.</remarks>
internal sealed class ResponseWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly Utf8JsonWriter _json;
    private readonly Stack<PathFilter> _open = new();
    private readonly List<(string? Name, bool IsArray)> _waiting = [];
    private PathFilter _filter;

    public ResponseWriter(PooledBuffer buffer, PathFilter filter)
    {
        _json = new Utf8JsonWriter(buffer, Options);
        _filter = filter;
    }

    public void BeginObject(string? name = null) => Begin(name, isArray: false, mayBeEmpty: true);

    /// <summary>Begins an object that is left out when nothing is written into it.</summary>
    public void BeginOptionalObject(string name) => Begin(name, isArray: false, mayBeEmpty: false);

    public void BeginArray(string? name = null) => Begin(name, isArray: true, mayBeEmpty: true);

    public void EndObject() => End(isArray: false);

    public void EndArray() => End(isArray: true);

    public void Text(string? name, string? value)
    {
        if (value is null)
            Null(name);
        else if (Keeps(name))
            _json.WriteStringValue(value);
    }

    public void Number(string? name, long value)
    {
        if (Keeps(name))
            _json.WriteNumberValue(value);
    }

    public void Floating(string? name, double value)
    {
        if (double.IsFinite(value))
            RawText(name, JavaNumber.Format(value));
        else
            Text(name, JavaNumber.Format(value));
    }

    /// <summary>Writes a floating number, or null where there is none.</summary>
    public void FloatingOrNull(string? name, double value)
    {
        if (double.IsFinite(value))
            Floating(name, value);
        else
            Null(name);
    }

    public void Flag(string? name, bool value)
    {
        if (Keeps(name))
            _json.WriteBooleanValue(value);
    }

    public void Null(string? name)
    {
        if (Keeps(name))
            _json.WriteNullValue();
    }

    /// <summary>Writes a single value that is JSON already.</summary>
    public void RawText(string? name, string json)
    {
        if (Keeps(name))
            _json.WriteRawValue(json, skipInputValidation: true);
    }

    /// <summary>Copies JSON, and looks into it only when a filter needs that.</summary>
    public void Raw(string? name, ReadOnlySpan<byte> json)
    {
        var filter = Enter(name);
        if (filter.KeepsNone)
            return;
        if (filter.KeepsAll)
        {
            Announce(name);
            _json.WriteRawValue(json, skipInputValidation: true);
            return;
        }

        Copy(name, json, PathFilter.All, keepsEmptied: true);
    }

    /// <summary>Copies JSON without the parts that another filter leaves out; an object at the top is always written.</summary>
    /// <param name="name">The name of the member that is written.</param>
    /// <param name="json">The object.</param>
    /// <param name="content">Which parts are copied.</param>
    /// <param name="keepsEmptied">Whether objects stay that the filter has emptied.</param>
    public void Copy(string? name, ReadOnlySpan<byte> json, PathFilter content, bool keepsEmptied)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Begin(name, isArray: false, mayBeEmpty: true);
        CopyMembers(ref reader, content, keepsEmptied);
        EndObject();
    }

    public void Flush() => _json.Flush();

    public void Dispose() => _json.Dispose();

    private void CopyMembers(ref Utf8JsonReader reader, PathFilter content, bool keepsEmptied)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            CopyValue(ref reader, name, content.EnterPath(name), keepsEmptied);
        }
    }

    private void CopyValue(ref Utf8JsonReader reader, string? name, PathFilter content, bool keepsEmptied)
    {
        if (content.KeepsNone)
        {
            reader.Skip();
            return;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                // Of what the filter has emptied, elements of lists go in any case.
                Begin(name, isArray: false, content.KeepsAll || (keepsEmptied && content.KeepsValue && name is not null));
                CopyMembers(ref reader, content, keepsEmptied);
                EndObject();
                break;
            case JsonTokenType.StartArray:
                Begin(name, isArray: true, content.KeepsValue);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    CopyValue(ref reader, null, content, keepsEmptied);
                EndArray();
                break;
            default:
                if (content.KeepsValue && Keeps(name))
                    WriteScalar(ref reader);
                break;
        }
    }

    private void WriteScalar(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            _json.WriteStringValue(reader.GetString());
        else
            _json.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
    }

    private PathFilter Enter(string? name) => name is null ? _filter : _filter.Enter(name);

    private void Begin(string? name, bool isArray, bool mayBeEmpty)
    {
        _open.Push(_filter);
        _filter = Enter(name);
        _waiting.Add((name, isArray));
        if (_filter.KeepsAll && mayBeEmpty)
            FlushWaiting();
    }

    private void End(bool isArray)
    {
        _filter = _open.Pop();
        if (_waiting.Count > 0)
            _waiting.RemoveAt(_waiting.Count - 1);
        else if (isArray)
            _json.WriteEndArray();
        else
            _json.WriteEndObject();
    }

    private bool Keeps(string? name)
    {
        var filter = Enter(name);
        if (!filter.KeepsValue)
            return false;
        Announce(name);
        return true;
    }

    private void Announce(string? name)
    {
        FlushWaiting();
        if (name is not null)
            _json.WritePropertyName(name);
    }

    private void FlushWaiting()
    {
        foreach (var (name, isArray) in _waiting)
        {
            if (name is not null)
                _json.WritePropertyName(name);
            if (isArray)
                _json.WriteStartArray();
            else
                _json.WriteStartObject();
        }

        _waiting.Clear();
    }
}
