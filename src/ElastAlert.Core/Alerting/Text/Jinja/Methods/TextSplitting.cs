using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Methods;

/// <summary>Cuts texts into pieces.</summary>
internal static class TextSplitting
{
    public static object? Split(RenderContext context, string text, object?[] arguments)
    {
        var limit = Limit(arguments[1]);
        return Listed(context, arguments[0] is null ? Words(text, limit) : Pieces(context, text, Separator(context, text, arguments[0]), limit));
    }

    public static object? SplitFromEnd(RenderContext context, string text, object?[] arguments)
    {
        var limit = Limit(arguments[1]);
        return Listed(context, arguments[0] is null ? WordsFromEnd(text, limit) : PiecesFromEnd(context, text, Separator(context, text, arguments[0]), limit));
    }

    public static object? Lines(RenderContext context, string text, object?[] arguments) =>
        Listed(context, Lines(text, Argument.Int(arguments[0]) != 0));

    public static object? Partition(RenderContext context, string text, object?[] arguments)
    {
        var separator = Separator(context, text, arguments[0]);
        var index = text.IndexOf(separator, StringComparison.Ordinal);
        return index < 0
            ? new PythonTuple([text, "", ""])
            : new PythonTuple([text[..index], separator, text[(index + separator.Length)..]]);
    }

    public static object? PartitionFromEnd(RenderContext context, string text, object?[] arguments)
    {
        var separator = Separator(context, text, arguments[0]);
        var index = text.LastIndexOf(separator, StringComparison.Ordinal);
        return index < 0
            ? new PythonTuple(["", "", text])
            : new PythonTuple([text[..index], separator, text[(index + separator.Length)..]]);
    }

    /// <summary>Cuts a text at its line ends, with or without them.</summary>
    public static IEnumerable<string> Lines(string text, bool keepEnds)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && !PythonChars.IsLineEnd(text[end]))
                end++;
            var next = end < text.Length ? end + 1 : end;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
                next++;
            yield return text[start..(keepEnds ? next : end)];
            start = next;
        }
    }

    private static PythonList Listed(RenderContext context, IEnumerable<string> pieces)
    {
        var items = pieces.Take(context.Limits.MaxItems + 1).ToList<object?>();
        context.CheckCount(items.Count);
        return new PythonList(items);
    }

    private static int Limit(object? value) => Argument.Int(value) is var limit and >= 0 ? limit : int.MaxValue;

    private static string Separator(RenderContext context, string text, object? value)
    {
        var separator = Argument.TryText(value) ?? throw PythonException.Type($"must be str or None, not {PythonType.NameOf(value)}");
        if (separator.Length == 0)
            throw PythonException.Value("empty separator");
        context.ChargeSearch(text.Length, separator.Length);
        return separator;
    }

    private static IEnumerable<string> Pieces(RenderContext context, string text, string separator, int limit)
    {
        var start = 0;
        for (; limit > 0; limit--)
        {
            var index = text.IndexOf(separator, start, StringComparison.Ordinal);
            if (index < 0)
                break;
            context.Charge(1);
            yield return text[start..index];
            start = index + separator.Length;
        }

        yield return text[start..];
    }

    private static List<string> PiecesFromEnd(RenderContext context, string text, string separator, int limit)
    {
        var pieces = new List<string>();
        var end = text.Length;
        for (; limit > 0; limit--)
        {
            var index = text.AsSpan(0, end).LastIndexOf(separator, StringComparison.Ordinal);
            if (index < 0)
                break;
            context.Charge(1);
            pieces.Add(text[(index + separator.Length)..end]);
            end = index;
        }

        pieces.Add(text[..end]);
        pieces.Reverse();
        return pieces;
    }

    private static IEnumerable<string> Words(string text, int limit)
    {
        var position = SkipSpace(text, 0);
        while (position < text.Length)
        {
            if (limit-- == 0)
            {
                yield return text[position..];
                yield break;
            }

            var start = position;
            while (position < text.Length && !PythonChars.IsSpace(text[position]))
                position++;
            yield return text[start..position];
            position = SkipSpace(text, position);
        }
    }

    private static List<string> WordsFromEnd(string text, int limit)
    {
        var words = new List<string>();
        var end = BackOverSpace(text, text.Length);
        while (end > 0)
        {
            if (limit-- == 0)
            {
                words.Add(text[..end]);
                break;
            }

            var start = end;
            while (start > 0 && !PythonChars.IsSpace(text[start - 1]))
                start--;
            words.Add(text[start..end]);
            end = BackOverSpace(text, start);
        }

        words.Reverse();
        return words;
    }

    private static int SkipSpace(string text, int position)
    {
        while (position < text.Length && PythonChars.IsSpace(text[position]))
            position++;
        return position;
    }

    private static int BackOverSpace(string text, int position)
    {
        while (position > 0 && PythonChars.IsSpace(text[position - 1]))
            position--;
        return position;
    }
}
