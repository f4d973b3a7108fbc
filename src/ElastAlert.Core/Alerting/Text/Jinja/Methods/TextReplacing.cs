using System.Text;
using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Methods;

/// <summary>Puts other texts into texts.</summary>
internal static class TextReplacing
{
    public static object? Replace(RenderContext context, string text, object?[] arguments) =>
        Replace(context, text, Argument.Text(arguments[0]), Argument.Text(arguments[1]), Argument.Int(arguments[2]));

    /// <summary>Replaces the first so many occurrences, or all for a negative number.</summary>
    public static string Replace(RenderContext context, string text, string old, string replacement, int limit)
    {
        var count = TextSearch.Occurrences(context, text, old);
        count = limit < 0 ? count : Math.Min(count, limit);
        context.CheckLength(text.Length + ((long)count * (replacement.Length - old.Length)));
        if (count == 0)
            return text;
        return old.Length == 0 ? Interleave(text, replacement, count) : ReplaceFirst(text, old, replacement, count);
    }

    public static object? Translate(RenderContext context, string text, object?[] arguments)
    {
        if (arguments[0] is not PythonDict table)
            throw PythonException.Type($"'{PythonType.NameOf(arguments[0])}' object is not subscriptable");
        var writer = new PythonTextWriter(context.Limits.MaxTextLength);
        foreach (var letter in CodePoints.Split(text))
            writer.Append(Translated(letter, table));
        return writer.ToString();
    }

    public static string Join(RenderContext context, string separator, IEnumerable<object?> items)
    {
        var writer = new PythonTextWriter(context.Limits.MaxTextLength);
        var index = 0;
        foreach (var item in items)
        {
            if (index > 0)
                writer.Append(separator);
            writer.Append(Argument.TryText(item)
                ?? throw PythonException.Type($"sequence item {index}: expected str instance, {PythonType.NameOf(item)} found"));
            index++;
        }

        return writer.ToString();
    }

    private static string ReplaceFirst(string text, string old, string replacement, int count)
    {
        var result = new StringBuilder(text.Length);
        var start = 0;
        for (; count > 0; count--)
        {
            var index = text.IndexOf(old, start, StringComparison.Ordinal);
            result.Append(text, start, index - start).Append(replacement);
            start = index + old.Length;
        }

        return result.Append(text, start, text.Length - start).ToString();
    }

    private static string Interleave(string text, string replacement, int count)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in CodePoints.Split(text))
        {
            if (count-- > 0)
                result.Append(replacement);
            result.Append(letter);
        }

        return (count > 0 ? result.Append(replacement) : result).ToString();
    }

    private static string Translated(string letter, PythonDict table)
    {
        if (!table.TryGetValue((long)char.ConvertToUtf32(letter, 0), out var replacement))
            return letter;
        if (replacement is null)
            return "";
        return PythonInteger.TryGet(replacement, out var code) ? IntegerFormatter.Character(code) : Argument.Text(replacement);
    }
}
