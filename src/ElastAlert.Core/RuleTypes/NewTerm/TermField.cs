using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Is a field whose new values match, or several that are looked at together.</summary>
internal sealed class TermField
{
    private readonly FieldPath[] _paths;
    private readonly FieldValue[] _found;

    /// <summary>Creates a field.</summary>
    /// <param name="names">The name, or the names of a composite.</param>
    /// <param name="isComposite">Whether the values of all names together are one term.</param>
    public TermField(IReadOnlyList<string> names, bool isComposite)
    {
        Names = names;
        IsComposite = isComposite;
        _paths = [.. names.Select(FieldPath.Parse)];
        _found = new FieldValue[_paths.Length];
        Mark = isComposite ? JsonValue.Write(names, WriteNames) : JsonValue.Of(names[0]);
    }

    /// <summary>Gets the names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets whether the values of all names together are one term.</summary>
    public bool IsComposite { get; }

    /// <summary>Gets what matches show as the name of the field: a text, or the list of names of a composite.</summary>
    public JsonElement Mark { get; }

    /// <summary>Returns the values of a document, valid until the next call; none where one of them is missing or empty (NT-1).</summary>
    public ReadOnlySpan<FieldValue> Find(Document document)
    {
        for (var place = 0; place < _paths.Length; place++)
        {
            _found[place] = _paths[place].Find(document);
            if (_found[place].IsEmpty)
                return [];
        }

        return _found;
    }

    private static void WriteNames(Utf8JsonWriter writer, IReadOnlyList<string> names)
    {
        writer.WriteStartArray();
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }
}
