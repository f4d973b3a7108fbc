using System.Globalization;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>
/// Writes the texts that stand for what is no single value. Equal values give equal text and others another: texts carry their length,
/// members are sorted, numbers are in plainest form.
/// </summary>
internal sealed class StandInText
{
    private const int LongestCopied = 128;

    private char[] _text = new char[256];
    private int _length;

    /// <summary>Returns the term of a list or an object; valid until the next call.</summary>
    public TermText Of(FieldValue value)
    {
        _length = 0;
        Append(value.Element);
        return new TermText(_text.AsSpan(0, _length), isStandIn: true);
    }

    /// <summary>Returns the term of several values together; valid until the next call.</summary>
    public TermText Of(ReadOnlySpan<FieldValue> parts)
    {
        _length = 0;
        Append("(");
        foreach (var part in parts)
            Append(part.Element);
        Append(")");
        return new TermText(_text.AsSpan(0, _length), isStandIn: true);
    }

    private void Append(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                Append("[");
                foreach (var item in value.EnumerateArray())
                    Append(item);
                Append("]");
                break;
            case JsonValueKind.Object:
                Append("{");
                foreach (var member in value.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal))
                {
                    AppendScalar("", member.Name);
                    Append(member.Value);
                }

                Append("}");
                break;
            default:
                AppendScalar(value);
                break;
        }
    }

    private void AppendScalar(JsonElement value)
    {
        Span<char> text = stackalloc char[LongestCopied];
        if (new FieldValue(value).TryCopyText(text, out var length))
            AppendScalar("t:", text[..length]);
        else if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole) && whole.TryFormat(text, out length, default, CultureInfo.InvariantCulture))
            AppendScalar("n:", text[..length]);
        else
            AppendScalar("", new FieldValue(value).ToKey().ToString());
    }

    private void AppendScalar(ReadOnlySpan<char> kind, ReadOnlySpan<char> text)
    {
        Span<char> length = stackalloc char[10];
        (kind.Length + text.Length).TryFormat(length, out var digits, default, CultureInfo.InvariantCulture);
        Append(length[..digits]);
        Append(":");
        Append(kind);
        Append(text);
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _text.Length - _length)
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + text.Length));
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }
}
