using System.Globalization;
using System.Text;

namespace ElastAlert.Embedded.QueryString;

/// <summary>Takes the backslashes out of the parts of a query string.</summary>
internal static class Escapes
{
    public static string Remove(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            if (i == text.Length)
                throw new QueryStringSyntaxException("Term can not end with escape character.");
            if (text[i] == 'u')
                plain.Append(CodePoint(text, ref i));
            else
                plain.Append(text[i]);
        }

        return plain.ToString();
    }

    private static char CodePoint(string text, ref int at)
    {
        if (at + 4 >= text.Length || !int.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw new QueryStringSyntaxException("Truncated unicode escape sequence.");
        at += 4;
        return (char)code;
    }
}
