using System.Globalization;
using System.Text;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Quotes text for addresses, as UTF-8.</summary>
internal static class UrlText
{
    /// <summary>Quotes everything except letters, digits and a few marks; in a query also slashes, and spaces as plus.</summary>
    public static string Quote(string text, bool inQuery)
    {
        var quoted = new StringBuilder(text.Length + 16);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            var letter = (char)unit;
            if (char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-' or '~' || (letter == '/' && !inQuery))
                quoted.Append(letter);
            else if (letter == ' ' && inQuery)
                quoted.Append('+');
            else
                quoted.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
        }

        return quoted.ToString();
    }
}
