using System.Buffers;
using System.Text;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Links;

/// <summary>Writes values in Rison, the notation in which Kibana keeps its state in an address (engine.md 5.6).</summary>
internal static class Rison
{
    // All of ASCII but letters, digits, _-./~%+ and the backslash.
    private static readonly SearchValues<char> Signs = SearchValues.Create(
        [.. Enumerable.Range(0, 127).Select(static letter => (char)letter).Where(static letter => !char.IsAsciiLetterOrDigit(letter) && !"_-./~%+\\".Contains(letter, StringComparison.Ordinal))]);

    public static string Encode(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: AppendObject(text, value); break;
            case JsonValueKind.Array: AppendList(text, value); break;
            case JsonValueKind.String: AppendText(text, value.GetString()!); break;
            case JsonValueKind.Number: text.Append(PythonText.Of(value).Replace("+", "", StringComparison.Ordinal)); break;
            case JsonValueKind.True: text.Append("!t"); break;
            case JsonValueKind.False: text.Append("!f"); break;
            default: text.Append("!n"); break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonElement value)
    {
        text.Append('(');
        var separator = "";
        foreach (var member in value.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal))
        {
            text.Append(separator);
            AppendText(text, member.Name);
            text.Append(':');
            Append(text, member.Value);
            separator = ",";
        }

        text.Append(')');
    }

    private static void AppendList(StringBuilder text, JsonElement value)
    {
        text.Append("!(");
        var separator = "";
        foreach (var item in value.EnumerateArray())
        {
            text.Append(separator);
            Append(text, item);
            separator = ",";
        }

        text.Append(')');
    }

    private static void AppendText(StringBuilder text, string value)
    {
        if (IsBare(value))
            text.Append(value);
        else
            text.Append('\'').Append(value.Replace("!", "!!", StringComparison.Ordinal).Replace("'", "!'", StringComparison.Ordinal)).Append('\'');
    }

    // Of a text of several lines the encoder of the reference looks at the first.
    private static bool IsBare(string value)
    {
        var line = value.AsSpan(0, value.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : value.Length);
        return line is [not ('-' or (>= '0' and <= '9')), ..] && line.IndexOfAny(Signs) < 0;
    }
}
