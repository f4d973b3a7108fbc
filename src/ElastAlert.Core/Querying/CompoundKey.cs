using ElastAlert.Values;

namespace ElastAlert.Querying;

/// <summary>Is a key of several fields, which documents carry as one text (engine.md 2.7).</summary>
internal sealed class CompoundKey
{
    private readonly FieldPath[] _parts;

    private CompoundKey(IReadOnlyList<string> parts)
    {
        Name = string.Join(',', parts);
        _parts = [.. parts.Select(FieldPath.Parse)];
    }

    /// <summary>Gets the name of the member that holds the text.</summary>
    public string Name { get; }

    /// <summary>Returns the key of parts, or nothing where there are none.</summary>
    public static IEnumerable<CompoundKey> Of(IReadOnlyList<string> parts) => parts.Count == 0 ? [] : [new CompoundKey(parts)];

    /// <summary>Returns the texts of the parts of a document, joined with comma and space.</summary>
    public string TextOf(Document fields) => string.Join(", ", _parts.Select(part => part.Find(fields).ToText()));
}
