using System.Text;

namespace ElastAlert.Alerters.Command;

/// <summary>
/// Is an argument of a command with placeholders (alerters.md 1.4, <c>resolve_string</c>). The template is read once, and values that were put
/// in are never read again, so data cannot add placeholders.
/// </summary>
internal sealed class CommandTemplate
{
    private const string MissingText = "<MISSING VALUE>";

    private readonly string _template;
    private readonly List<CommandField> _percentFields;
    private readonly List<CommandField> _braceFields;
    private readonly bool _hasPartners;

    public CommandTemplate(string template)
    {
        _template = template;
        _percentFields = CommandFieldScanner.Percent(template);
        _braceFields = CommandFieldScanner.Braces(template, out _hasPartners);
    }

    /// <summary>Gets the placeholders in order.</summary>
    public IEnumerable<CommandField> Placeholders =>
        _percentFields.Concat(_braceFields).Where(static part => !part.IsEscape).OrderBy(static part => part.Start);

    /// <summary>Returns the argument for a match.</summary>
    /// <param name="fields">The fields of the match.</param>
    /// <param name="quote">What is done to a value before it is put in.</param>
    /// <exception cref="AlertDeliveryException">A value cannot be formatted as the placeholder wants it.</exception>
    public string Resolve(CommandFields fields, Func<string, string> quote)
    {
        var replacements = new SortedDictionary<int, (int End, string Text)>();
        foreach (var field in _percentFields)
            replacements[field.Start] = (field.End, field.IsEscape ? "%" : quote(Percent(field, fields)));
        foreach (var field in ReplacedBraces(fields))
            replacements[field.Start] = (field.End, field.IsEscape ? _template[field.Start..(field.Start + 1)] : quote(Brace(field, fields)));
        return Replace(replacements);
    }

    // As the reference does it: the first placeholder that it can neither fill nor take for a missing field leaves all braces as they are,
    // except those of fields that it had found missing by then. So JSON in an argument stays JSON.
    private IEnumerable<CommandField> ReplacedBraces(CommandFields fields)
    {
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in _braceFields.Where(static field => !field.IsEscape))
        {
            if (CommandValue.TryFind(field, fields, out _))
                continue;
            if (field.Format.Length > 0)
                return Missing(missing);
            missing.Add(field.Name);
        }

        return _hasPartners ? _braceFields : Missing(missing);
    }

    private IEnumerable<CommandField> Missing(HashSet<string> missing) =>
        _braceFields.Where(field => field.Format.Length == 0 && !field.IsEscape && missing.Contains(field.Name));

    private static string Percent(CommandField field, CommandFields fields) =>
        fields.TryFind(field.Name, out var value) ? CommandValue.FormatPercent(value, field) : MissingText;

    private static string Brace(CommandField field, CommandFields fields) =>
        CommandValue.TryFind(field, fields, out var value) ? CommandValue.FormatBrace(value, field) : MissingText;

    private string Replace(SortedDictionary<int, (int End, string Text)> replacements)
    {
        var text = new StringBuilder(_template.Length);
        var done = 0;
        foreach (var (start, (end, replacement)) in replacements)
        {
            if (start < done)
                continue;
            text.Append(_template, done, start - done).Append(replacement);
            done = end;
        }

        return text.Append(_template, done, _template.Length - done).ToString();
    }
}
