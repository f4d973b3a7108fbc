using System.Text;
using ElastAlert.Alerting.Text.Placeholders;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text;

/// <summary>
/// Is a text with placeholders for fields of a match, in two notations that can be mixed: <c>%(host)s</c> and <c>{host}</c> (alerters.md 1.4,
/// <c>resolve_string</c>).
/// </summary>
/// <remarks>Cut once and filled often. Values are data: what stands in them is never taken for a placeholder.</remarks>
public sealed class PlaceholderText
{
    private const string MissingText = "<MISSING VALUE>";

    private readonly string _template;
    private readonly List<Placeholder> _percentFields;
    private readonly List<Placeholder> _braceFields;
    private readonly bool _hasPartners;

    /// <summary>Reads a text; what is no placeholder is text like any other.</summary>
    /// <param name="text">The text.</param>
    public PlaceholderText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _template = text;
        _percentFields = PlaceholderScanner.Percent(text);
        _braceFields = PlaceholderScanner.Braces(text, out _hasPartners);
    }

    /// <summary>Gets the placeholders in order.</summary>
    internal IEnumerable<Placeholder> Placeholders =>
        _percentFields.Concat(_braceFields).Where(static part => !part.IsEscape).OrderBy(static part => part.Start);

    /// <summary>Returns the text for a match.</summary>
    /// <param name="match">The match.</param>
    /// <param name="missingText">What stands for a field that is not there.</param>
    /// <exception cref="AlertDeliveryException">A value cannot be formatted as its placeholder wants it.</exception>
    public string Fill(Document match, string missingText = MissingText)
    {
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(missingText);
        return Fill(new PlaceholderFields(match), static value => value, missingText);
    }

    /// <summary>Returns the text for a match.</summary>
    /// <param name="fields">The fields of the match.</param>
    /// <param name="quote">What is done to a value before it is put in.</param>
    /// <param name="missingText">What stands for a field that is not there.</param>
    /// <exception cref="AlertDeliveryException">A value cannot be formatted as its placeholder wants it.</exception>
    internal string Fill(PlaceholderFields fields, Func<string, string> quote, string missingText = MissingText)
    {
        var replacements = new SortedDictionary<int, (int End, string Text)>();
        foreach (var field in _percentFields)
            replacements[field.Start] = (field.End, field.IsEscape ? "%" : quote(Percent(field, fields) ?? missingText));
        foreach (var field in ReplacedBraces(fields))
            replacements[field.Start] = (field.End, field.IsEscape ? _template[field.Start..(field.Start + 1)] : quote(Brace(field, fields) ?? missingText));
        return Replace(replacements);
    }

    // As the reference does it: the first placeholder that it can neither fill nor take for a missing field leaves all braces as they are,
    // except those of fields that it had found missing by then. So JSON in a text stays JSON.
    private IEnumerable<Placeholder> ReplacedBraces(PlaceholderFields fields)
    {
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in _braceFields.Where(static field => !field.IsEscape))
        {
            if (PlaceholderValue.TryFind(field, fields, out _))
                continue;
            if (field.Format.Length > 0)
                return Missing(missing);
            missing.Add(field.Name);
        }

        return _hasPartners ? _braceFields : Missing(missing);
    }

    private IEnumerable<Placeholder> Missing(HashSet<string> missing) =>
        _braceFields.Where(field => field.Format.Length == 0 && !field.IsEscape && missing.Contains(field.Name));

    private static string? Percent(Placeholder field, PlaceholderFields fields) =>
        fields.TryFind(field.Name, out var value) ? PlaceholderValue.FormatPercent(value, field) : null;

    private static string? Brace(Placeholder field, PlaceholderFields fields) =>
        PlaceholderValue.TryFind(field, fields, out var value) ? PlaceholderValue.FormatBrace(value, field) : null;

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
