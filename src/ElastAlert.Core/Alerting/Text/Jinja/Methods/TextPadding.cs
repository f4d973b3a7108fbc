using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Methods;

/// <summary>Fills texts up to a width.</summary>
internal static class TextPadding
{
    public static object? Left(RenderContext context, string text, object?[] arguments)
    {
        var missing = Missing(context, text, arguments);
        return text + Filling(arguments, missing);
    }

    public static object? Right(RenderContext context, string text, object?[] arguments)
    {
        var missing = Missing(context, text, arguments);
        return Filling(arguments, missing) + text;
    }

    /// <summary>Puts an odd filling where Python puts it: left, when the width is odd.</summary>
    public static object? Center(RenderContext context, string text, object?[] arguments)
    {
        var missing = Missing(context, text, arguments);
        var left = (missing / 2) + (missing & Argument.Int(arguments[0]) & 1);
        return Filling(arguments, left) + text + Filling(arguments, missing - left);
    }

    public static object? Zeros(RenderContext context, string text, object?[] arguments)
    {
        var zeros = new string('0', Missing(context, text, arguments));
        return text.StartsWith('+') || text.StartsWith('-') ? text[0] + zeros + text[1..] : zeros + text;
    }

    public static object? ExpandTabs(RenderContext context, string text, object?[] arguments)
    {
        var size = Argument.Int(arguments[0]);
        var writer = new PythonTextWriter(context.Limits.MaxTextLength);
        var column = 0;
        foreach (var letter in CodePoints.Split(text))
        {
            if (letter == "\t")
            {
                var spaces = size > 0 ? size - (column % size) : 0;
                context.CheckLength(spaces);
                writer.Append(new string(' ', spaces));
                column += spaces;
                continue;
            }

            writer.Append(letter);
            column = letter is "\n" or "\r" ? 0 : column + 1;
        }

        return writer.ToString();
    }

    private static int Missing(RenderContext context, string text, object?[] arguments)
    {
        var width = Argument.Int(arguments[0]);
        context.CheckLength(width);
        return Math.Max(0, width - CodePoints.Count(text));
    }

    private static string Filling(object?[] arguments, int count)
    {
        var fill = Argument.Text(arguments[1]);
        if (CodePoints.Count(fill) != 1)
            throw PythonException.Type("The fill character must be exactly one character long");
        return fill.Length == 1 ? new string(fill[0], count) : string.Concat(Enumerable.Repeat(fill, count));
    }
}
