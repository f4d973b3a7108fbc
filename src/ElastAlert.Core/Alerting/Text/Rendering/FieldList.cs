using System.Globalization;
using System.Text;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Writes the fields of a match, sorted by name; top counts are not among them.</summary>
internal static class FieldList
{
    private const string TopCountPrefix = "top_events_";
    private const int IndentWidth = 4;

    /// <summary>Writes a line for each field; lists and objects as JSON over several lines.</summary>
    public static void AppendLines(StringBuilder text, Document fields)
    {
        foreach (var (name, value) in Sorted(fields))
        {
            text.Append(name).Append(": ");
            if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                AppendJson(text, value, level: 0);
            else
                text.Append(PythonText.Of(value));
            text.Append('\n');
        }
    }

    /// <summary>Writes all fields as one JSON object over several lines.</summary>
    public static void AppendJson(StringBuilder text, Document fields) => AppendMembers(text, Sorted(fields), level: 0);

    private static List<KeyValuePair<string, JsonElement>> Sorted(Document fields)
    {
        var members = fields.Members.Where(static member => !member.Key.StartsWith(TopCountPrefix, StringComparison.Ordinal)).ToList();
        members.Sort(static (x, y) => string.CompareOrdinal(x.Key, y.Key));
        return members;
    }

    private static void AppendJson(StringBuilder text, JsonElement value, int level)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String: AppendQuoted(text, value.GetString()!); break;
            case JsonValueKind.Number: text.Append(PythonText.Of(value)); break;
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            case JsonValueKind.Array: AppendItems(text, value, level); break;
            case JsonValueKind.Object:
                AppendMembers(text, [.. value.EnumerateObject().Select(static member => KeyValuePair.Create(member.Name, member.Value)).OrderBy(static member => member.Key, StringComparer.Ordinal)], level);
                break;
            default: text.Append("null"); break;
        }
    }

    private static void AppendItems(StringBuilder text, JsonElement value, int level)
    {
        if (value.GetArrayLength() == 0)
        {
            text.Append("[]");
            return;
        }

        text.Append('[');
        var isFirst = true;
        foreach (var item in value.EnumerateArray())
        {
            BeginLine(text, ref isFirst, level + 1);
            AppendJson(text, item, level + 1);
        }

        EndLines(text, level).Append(']');
    }

    private static void AppendMembers(StringBuilder text, List<KeyValuePair<string, JsonElement>> members, int level)
    {
        if (members.Count == 0)
        {
            text.Append("{}");
            return;
        }

        text.Append('{');
        var isFirst = true;
        foreach (var (name, value) in members)
        {
            BeginLine(text, ref isFirst, level + 1);
            AppendQuoted(text, name);
            text.Append(": ");
            AppendJson(text, value, level + 1);
        }

        EndLines(text, level).Append('}');
    }

    private static void BeginLine(StringBuilder text, ref bool isFirst, int level)
    {
        text.Append(isFirst ? "\n" : ",\n").Append(' ', level * IndentWidth);
        isFirst = false;
    }

    private static StringBuilder EndLines(StringBuilder text, int level) => text.Append('\n').Append(' ', level * IndentWidth);

    private static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append(@"\n"),
                '\r' => text.Append(@"\r"),
                '\t' => text.Append(@"\t"),
                '\b' => text.Append(@"\b"),
                '\f' => text.Append(@"\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }
}
