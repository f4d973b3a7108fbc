using System.Globalization;
using System.Text;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Resolves the escapes in the texts of a template, as Python's source code has them.</summary>
internal static class StringEscapes
{
    /// <exception cref="FormatException">An escape is broken.</exception>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '\\')
                result.Append(text[index]);
            else
                index = AppendEscape(result, text, index);
        }

        return result.ToString();
    }

    /// <summary>Appends what the escape at an index stands for, and returns the index of its last character.</summary>
    private static int AppendEscape(StringBuilder result, string text, int index)
    {
        var letter = text[index + 1];
        switch (letter)
        {
            case '\n': return index + 1;
            case 'x': return AppendCode(result, text, index, digits: 2);
            case 'u': return AppendCode(result, text, index, digits: 4);
            case 'U': return AppendCode(result, text, index, digits: 8);
            case 'N': throw new FormatException("characters cannot be named with \\N here; use \\u and its number");
            case >= '0' and <= '7': return AppendOctal(result, text, index + 1);
        }

        var simple = Simple(letter);
        if (simple is null)
            result.Append('\\').Append(letter);
        else
            result.Append(simple);
        return index + 1;
    }

    private static char? Simple(char letter) => letter switch
    {
        '\\' or '\'' or '"' => letter,
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'a' => '\a',
        'b' => '\b',
        'f' => '\f',
        'v' => '\v',
        _ => null,
    };

    private static int AppendCode(StringBuilder result, string text, int index, int digits)
    {
        var first = index + 2;
        if (first + digits > text.Length
            || !uint.TryParse(text.AsSpan(first, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code > 0x10FFFF)
        {
            throw new FormatException($"the escape \\{text[index + 1]} needs {digits} hexadecimal digits of a character");
        }

        result.Append(code > char.MaxValue ? char.ConvertFromUtf32((int)code) : char.ToString((char)code));
        return first + digits - 1;
    }

    private static int AppendOctal(StringBuilder result, string text, int first)
    {
        var code = 0;
        var index = first;
        for (; index < text.Length && index < first + 3 && text[index] is >= '0' and <= '7'; index++)
            code = (code * 8) + (text[index] - '0');
        result.Append((char)code);
        return index - 1;
    }
}
