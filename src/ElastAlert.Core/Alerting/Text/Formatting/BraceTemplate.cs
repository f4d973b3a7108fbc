using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Is a text with fields in braces, read once and written many times: Python's <c>str.format</c>.</summary>
internal sealed class BraceTemplate
{
    private readonly IReadOnlyList<BracePart> _parts;

    internal BraceTemplate(IReadOnlyList<BracePart> parts) => _parts = parts;

    /// <summary>Gets the fields, those inside format specifications included.</summary>
    public IEnumerable<BraceField> Fields => _parts.OfType<BraceField>().SelectMany(part => part.Spec.Fields.Prepend(part));

    /// <summary>Gets how many positional values the text needs.</summary>
    public int PositionalCount => Fields.Max(part => part.Index + 1) ?? 0;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text; <c>{{</c> and <c>}}</c> stand for single braces.</param>
    /// <exception cref="PythonException">The text is no format text.</exception>
    public static BraceTemplate Parse(string text) => new BraceTemplateReader(text, new FieldNumbering(), maxDepth: 2).Read();

    /// <summary>Writes the text with values in the place of its fields.</summary>
    /// <exception cref="PythonException">A value is missing, does not suit its field, or the text grows too long.</exception>
    public string Render(FormatArguments arguments)
    {
        if (_parts is [BraceLiteral only])
            return only.Text;
        var writer = new PythonTextWriter(arguments.MaxLength);
        foreach (var part in _parts)
            writer.Append(part.Render(arguments));
        return writer.ToString();
    }
}
