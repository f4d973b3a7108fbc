using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ElastAlert.Values;

/// <summary>Writes JSON letter by letter as ElastAlert sends it: <c>", "</c> and <c>": "</c> between members, nothing but ASCII.</summary>
public static class PythonJson
{
    /// <summary>Returns a value as JSON text on one line.</summary>
    /// <param name="value">The value.</param>
    public static string Of(JsonElement value) => Of(value, isCompact: false);

    /// <summary>Returns a value as JSON text on one line, without a space between members.</summary>
    /// <param name="value">The value.</param>
    internal static string Compact(JsonElement value) => Of(value, isCompact: true);

    /// <summary>Returns documents as a JSON array on one line.</summary>
    /// <param name="documents">The documents.</param>
    public static string Of(IEnumerable<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var text = new StringBuilder();
        AppendList(text, '[', documents, static (text, document) => Append(text, document.ToJson(), isCompact: false), ']', ", ");
        return text.ToString();
    }

    private static string Of(JsonElement value, bool isCompact)
    {
        var text = new StringBuilder();
        Append(text, value, isCompact);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement value, bool isCompact)
    {
        var separator = isCompact ? "," : ", ";
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null: text.Append("null"); break;
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            case JsonValueKind.Number: text.Append(double.IsFinite(value.GetDouble()) ? PythonText.Repr(value) : "null"); break;
            case JsonValueKind.String: AppendQuoted(text, value.GetString()!); break;
            case JsonValueKind.Array: AppendList(text, '[', value.EnumerateArray(), (text, item) => Append(text, item, isCompact), ']', separator); break;
            default: AppendList(text, '{', value.EnumerateObject(), (text, member) => AppendMember(text, member, isCompact), '}', separator); break;
        }
    }

    private static void AppendMember(StringBuilder text, JsonProperty member, bool isCompact)
    {
        AppendQuoted(text, member.Name);
        text.Append(isCompact ? ":" : ": ");
        Append(text, member.Value, isCompact);
    }

    private static void AppendList<T>(StringBuilder text, char open, IEnumerable<T> items, Action<StringBuilder, T> append, char close, string separator)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                text.Append(separator);
            append(text, item);
            isFirst = false;
        }

        text.Append(close);
    }

    private static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
            AppendEscaped(text, letter);
        text.Append('"');
    }

    private static void AppendEscaped(StringBuilder text, char letter)
    {
        switch (letter)
        {
            case '"': text.Append("\\\""); break;
            case '\\': text.Append("\\\\"); break;
            case '\n': text.Append("\\n"); break;
            case '\r': text.Append("\\r"); break;
            case '\t': text.Append("\\t"); break;
            case '\b': text.Append("\\b"); break;
            case '\f': text.Append("\\f"); break;
            case >= ' ' and <= '~': text.Append(letter); break;
            default: text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"); break;
        }
    }
}
