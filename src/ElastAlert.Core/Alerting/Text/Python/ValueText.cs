using System.Globalization;
using System.Text;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Turns values into text as Python does.</summary>
internal static class ValueText
{
    /// <summary>Returns a value for people: <c>str(value)</c>.</summary>
    public static string Str(object? value, int maxLength = int.MaxValue)
    {
        if (value is string text)
            return text;
        var writer = new PythonTextWriter(maxLength);
        writer.Str(value);
        return writer.ToString();
    }

    /// <summary>Returns a value as source code would: <c>repr(value)</c>.</summary>
    public static string Repr(object? value, int maxLength = int.MaxValue)
    {
        var writer = new PythonTextWriter(maxLength);
        writer.Repr(value);
        return writer.ToString();
    }

    /// <summary>Returns a value as source code in ASCII would: <c>ascii(value)</c>.</summary>
    public static string Ascii(object? value, int maxLength = int.MaxValue)
    {
        var repr = Repr(value, maxLength);
        if (System.Text.Ascii.IsValid(repr))
            return repr;
        var text = new StringBuilder(repr.Length + 16);
        foreach (var rune in repr.EnumerateRunes())
        {
            if (rune.IsAscii)
                text.Append((char)rune.Value);
            else
                AppendEscape(text, rune.Value);
        }

        return text.ToString();
    }

    private static void AppendEscape(StringBuilder text, int code) => _ = code switch
    {
        <= 0xFF => text.Append(CultureInfo.InvariantCulture, $@"\x{code:x2}"),
        <= 0xFFFF => text.Append(CultureInfo.InvariantCulture, $@"\u{code:x4}"),
        _ => text.Append(CultureInfo.InvariantCulture, $@"\U{code:x8}"),
    };
}
