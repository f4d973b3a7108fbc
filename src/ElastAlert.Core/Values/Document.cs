using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ElastAlert.Values;

/// <summary>Is a JSON object as rule types, alerters and templates see it: the fields of a hit or a match. It never changes.</summary>
/// <remarks>
/// The documents of a page share the page's memory and are valid while it is evaluated; using one later throws
/// <see cref="ObjectDisposedException"/>. <see cref="ToOwned"/> gives a document with memory of its own. A <see cref="RuleMatch"/> always has one.
/// </remarks>
public sealed class Document
{
    private readonly JsonElement _borrowed;
    private readonly byte[]? _json;
    private readonly KeyValuePair<string, JsonElement>[] _added;
    private object? _parsed;

    private Document(JsonElement root, KeyValuePair<string, JsonElement>[] added)
    {
        _borrowed = root;
        _added = added;
    }

    private Document(byte[] json, object? parsed, KeyValuePair<string, JsonElement>[] added)
    {
        _json = json;
        _parsed = parsed;
        _added = added;
    }

    /// <summary>Gets the document without members.</summary>
    public static Document Empty { get; } = new(JsonElement.Parse("{}"), []);

    /// <summary>Gets the members in order.</summary>
    public IEnumerable<KeyValuePair<string, JsonElement>> Members
    {
        get
        {
            foreach (var member in Root.EnumerateObject())
            {
                var place = Added(member.Name);
                yield return place < 0 ? new(member.Name, member.Value) : _added[place];
            }

            foreach (var member in _added)
            {
                if (!Root.TryGetProperty(member.Key, out _))
                    yield return member;
            }
        }
    }

    // Most documents that are kept are never looked into again, so they are parsed when that happens.
    private JsonElement Root => _json is null ? _borrowed : (JsonElement)(_parsed ??= JsonElement.Parse(_json));

    /// <summary>Makes a document of a JSON object.</summary>
    /// <param name="root">The object.</param>
    public static Document Of(JsonElement root) => Of(root, []);

    /// <summary>Makes a document of a JSON object with members that replace or follow its own.</summary>
    /// <param name="root">The object.</param>
    /// <param name="added">The members on top, each name once; the array is not copied.</param>
    public static Document Of(JsonElement root, KeyValuePair<string, JsonElement>[] added)
    {
        ArgumentNullException.ThrowIfNull(added);
        if (root.ValueKind != JsonValueKind.Object)
            throw new ArgumentException($"A document is a JSON object, not {root.ValueKind}.", nameof(root));
        return new Document(root, added);
    }

    /// <summary>Takes over the text of a document that is known to be a JSON object.</summary>
    /// <param name="utf8Json">A JSON object in UTF-8; it is not copied.</param>
    internal static Document Of(byte[] utf8Json) => new(utf8Json, null, []);

    /// <summary>Reads a document.</summary>
    /// <param name="json">A JSON object.</param>
    public static Document Parse(string json) => Of(JsonElement.Parse(json));

    /// <summary>Reads a document.</summary>
    /// <param name="utf8Json">A JSON object in UTF-8.</param>
    public static Document Parse(ReadOnlySpan<byte> utf8Json) => Of(JsonElement.Parse(utf8Json));

    /// <summary>Finds a member by its exact name, without looking into objects.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is such a member.</returns>
    public bool TryGetMember(string name, out JsonElement value)
    {
        var place = Added(name);
        if (place >= 0)
        {
            value = _added[place].Value;
            return true;
        }

        return Root.TryGetProperty(name, out value);
    }

    /// <summary>Finds a member by its exact name, which is at hand in UTF-8 too.</summary>
    /// <param name="name">The name.</param>
    /// <param name="utf8Name">The name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is such a member.</returns>
    internal bool TryGetMember(string name, ReadOnlySpan<byte> utf8Name, out JsonElement value)
    {
        var place = Added(name);
        if (place < 0)
            return Root.TryGetProperty(utf8Name, out value);
        value = _added[place].Value;
        return true;
    }

    /// <summary>Looks a field up by its path; keep a <see cref="FieldPath"/> where it is done often.</summary>
    /// <param name="path">The path, such as <c>host.name</c>.</param>
    public FieldValue Find(string path) => FieldPath.Parse(path).Find(this);

    /// <summary>Returns the document with a member replaced or added at its end.</summary>
    /// <param name="name">The exact name.</param>
    /// <param name="value">The value.</param>
    public Document With(string name, JsonElement value)
    {
        var place = Added(name);
        if (place < 0)
            return With([.. _added, new(name, value)]);
        var added = _added.ToArray();
        added[place] = new(name, value);
        return With(added);
    }

    /// <summary>Returns the document with a text replaced or added.</summary>
    /// <param name="name">The exact name.</param>
    /// <param name="value">The text.</param>
    public Document With(string name, string? value) => With(name, JsonValue.Of(value));

    /// <summary>Returns the document with a number replaced or added.</summary>
    /// <param name="name">The exact name.</param>
    /// <param name="value">The number.</param>
    public Document With(string name, long value) => With(name, JsonValue.Of(value));

    /// <summary>Returns the document without a member.</summary>
    /// <param name="name">The exact name.</param>
    public Document Without(string name) =>
        TryGetMember(name, out _) ? Of(Empty.Root, [.. Members.Where(member => member.Key != name)]) : this;

    /// <summary>Returns the document with the value of an existing field replaced, wherever its path leads; unchanged where it is absent.</summary>
    /// <param name="path">The field.</param>
    /// <param name="value">The new value.</param>
    public Document WithField(FieldPath path, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(path);
        var steps = path.Locate(this);
        if (steps is null)
            return this;
        var name = (string)steps[0];
        TryGetMember(name, out var member);
        return With(name, steps.Count == 1 ? value : JsonValue.Write((member, steps, value), WriteReplaced));
    }

    /// <summary>Returns the document with memory of its own.</summary>
    public Document ToOwned() => _json is not null && _added.Length == 0 ? this : new(ToUtf8(), null, []);

    /// <summary>Returns the document as JSON text in UTF-8: the form in which windows keep documents.</summary>
    public byte[] ToUtf8()
    {
        if (_added.Length > 0)
            return DocumentText.Join(Root, _added);
        return _json ?? JsonMarshal.GetRawUtf8Value(_borrowed).ToArray();
    }

    /// <summary>Returns the document as one JSON object with memory of its own.</summary>
    public JsonElement ToJson()
    {
        return _json is null && _added.Length == 0 ? _borrowed.Clone() : ToOwned().Root;
    }

    /// <summary>Writes the document as a JSON object.</summary>
    /// <param name="writer">Where to write it.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        foreach (var (name, value) in Members)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>Returns the document as JSON text.</summary>
    public override string ToString()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
            WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private Document With(KeyValuePair<string, JsonElement>[] added) => _json is null ? new(_borrowed, added) : new(_json, _parsed, added);

    private static void WriteReplaced(Utf8JsonWriter writer, (JsonElement Root, List<object> Steps, JsonElement Value) state) =>
        WriteReplaced(writer, state.Root, state.Steps, 1, state.Value);

    private static void WriteReplaced(Utf8JsonWriter writer, JsonElement root, List<object> steps, int depth, JsonElement value)
    {
        if (depth == steps.Count)
        {
            value.WriteTo(writer);
            return;
        }

        if (root.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            var place = 0;
            foreach (var item in root.EnumerateArray())
                WriteStep(writer, item, steps, depth, value, steps[depth] is int index && index == place++);
            writer.WriteEndArray();
            return;
        }

        writer.WriteStartObject();
        foreach (var member in root.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            WriteStep(writer, member.Value, steps, depth, value, member.NameEquals((string)steps[depth]));
        }

        writer.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter writer, JsonElement item, List<object> steps, int depth, JsonElement value, bool isOnPath)
    {
        if (isOnPath)
            WriteReplaced(writer, item, steps, depth + 1, value);
        else
            item.WriteTo(writer);
    }

    private int Added(string name)
    {
        for (var place = 0; place < _added.Length; place++)
        {
            if (_added[place].Key == name)
                return place;
        }

        return -1;
    }
}
