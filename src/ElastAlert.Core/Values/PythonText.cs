using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ElastAlert.Values;

/// <summary>
/// Writes JSON values as ElastAlert does, in Python's notation: <c>None</c>, <c>True</c>, <c>1.0</c>, <c>['a', 1]</c>, <c>{'k': 1}</c>.
/// These texts end up in silence keys, aggregation keys and alert texts (rule-types.md 1.3).
/// </summary>
public static class PythonText
{
    /// <summary>Returns the text of a value: a text as it is, anything else as <see cref="Repr"/>.</summary>
    /// <param name="value">The value.</param>
    public static string Of(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : Repr(value);

    /// <summary>Returns the notation of a value, in which texts are quoted.</summary>
    /// <param name="value">The value.</param>
    public static string Repr(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null: return "None";
            case JsonValueKind.True: return "True";
            case JsonValueKind.False: return "False";
            case JsonValueKind.Number: return OfNumber(value);
            default:
                var text = new StringBuilder();
                AppendRepr(text, value);
                return text.ToString();
        }
    }

    /// <summary>Returns the shortest text that reads back as the same number, with a fraction or an exponent.</summary>
    /// <param name="value">The number.</param>
    public static string OfDouble(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        var longest = value.ToString("E16", CultureInfo.InvariantCulture);
        var roundTrip = value.ToString("R", CultureInfo.InvariantCulture);

        // For 2^-25 and 2^-958 .NET leaves out the last digit, and another number is read back.
        if (double.Parse(roundTrip, CultureInfo.InvariantCulture) != value)
            roundTrip = longest;
        var exponent = int.Parse(longest.AsSpan(longest.IndexOf('E', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        var (sign, digits, scale) = Decompose(roundTrip);
        if (value == 0)
            return sign + "0.0";
        return exponent is < -4 or >= 16 ? sign + Scientific(digits, scale) : sign + Positional(digits, scale);
    }

    /// <summary>Returns a text in quotes, escaped.</summary>
    /// <param name="value">The text.</param>
    public static string Quote(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder(value.Length + 2);
        AppendQuoted(text, value);
        return text.ToString();
    }

    private static string OfNumber(JsonElement value)
    {
        var raw = value.GetRawText();
        if (raw.AsSpan().IndexOfAny('.', 'e', 'E') >= 0)
            return OfDouble(value.GetDouble());
        return raw == "-0" ? "0" : raw;
    }

    private static (string Sign, string Digits, int Scale) Decompose(string roundTrip)
    {
        var sign = roundTrip.StartsWith('-') ? "-" : "";
        var body = roundTrip.AsSpan(sign.Length);
        var exponent = 0;
        var mark = body.IndexOf('E');
        if (mark >= 0)
        {
            exponent = int.Parse(body[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            body = body[..mark];
        }

        var point = body.IndexOf('.');
        var whole = point < 0 ? body : body[..point];
        var fraction = point < 0 ? default : body[(point + 1)..];
        var digits = string.Concat(whole, fraction);
        var scale = whole.Length + exponent;
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (sign, digits.Trim('0'), scale - leading);
    }

    private static string Positional(string digits, int scale)
    {
        if (scale <= 0)
            return "0." + new string('0', -scale) + digits;
        return scale >= digits.Length
            ? digits + new string('0', scale - digits.Length) + ".0"
            : string.Concat(digits.AsSpan(0, scale), ".", digits.AsSpan(scale));
    }

    private static string Scientific(string digits, int scale)
    {
        var exponent = scale - 1;
        var mantissa = digits.Length == 1 ? digits : string.Concat(digits.AsSpan(0, 1), ".", digits.AsSpan(1));
        var size = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{size}";
    }

    private static void AppendRepr(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                AppendQuoted(text, value.GetString()!);
                break;
            case JsonValueKind.Array:
                AppendItems(text, value);
                break;
            case JsonValueKind.Object:
                AppendMembers(text, value);
                break;
            default:
                text.Append(Repr(value));
                break;
        }
    }

    private static void AppendItems(StringBuilder text, JsonElement value)
    {
        text.Append('[');
        var separator = "";
        foreach (var item in value.EnumerateArray())
        {
            text.Append(separator);
            AppendRepr(text, item);
            separator = ", ";
        }

        text.Append(']');
    }

    private static void AppendMembers(StringBuilder text, JsonElement value)
    {
        text.Append('{');
        var separator = "";
        foreach (var member in value.EnumerateObject())
        {
            text.Append(separator);
            AppendQuoted(text, member.Name);
            text.Append(": ");
            AppendRepr(text, member.Value);
            separator = ", ";
        }

        text.Append('}');
    }

    private static void AppendQuoted(StringBuilder text, string value)
    {
        var quote = value.Contains('\'', StringComparison.Ordinal) && !value.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        text.Append(quote);
        foreach (var rune in value.EnumerateRunes())
            AppendEscaped(text, rune, quote);
        text.Append(quote);
    }

    private static void AppendEscaped(StringBuilder text, Rune rune, char quote)
    {
        switch (rune.Value)
        {
            case '\\': text.Append(@"\\"); break;
            case '\n': text.Append(@"\n"); break;
            case '\r': text.Append(@"\r"); break;
            case '\t': text.Append(@"\t"); break;
            case var value when value == quote: text.Append('\\').Append(quote); break;
            case < 0x20 or 0x7f: text.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}"); break;
            case var value when !IsPrintable(rune):
                text.Append(value <= 0xff ? $"\\x{value:x2}" : value <= 0xffff ? $"\\u{value:x4}" : $"\\U{value:x8}");
                break;
            default: text.Append(rune.ToString()); break;
        }
    }

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.SpaceSeparator => rune.Value == ' ',
        _ => true,
    };
}
