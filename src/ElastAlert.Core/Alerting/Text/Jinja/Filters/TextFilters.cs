using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Jinja.Methods;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Lists the filters on text.</summary>
internal static class TextFilters
{
    private const int DefaultLeeway = 5;

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        Changing("upper", CaseMapping.Upper),
        Changing("lower", CaseMapping.Lower),
        Changing("capitalize", CaseMapping.Capitalize),
        new("title", [], static (context, value, _) => TitleWords.Of(context.Str(value))),
        new("string", [], static (context, value, _) => value is Markup ? value : context.Str(value)),
        Method("trim", "strip", ("chars", null)),
        Method("center", "center", ("width", 80L)),
        new("replace", ["old", "new", ("count", null)], Replace),
        new("truncate", [("length", 255L), ("killwords", false), ("end", "..."), ("leeway", null)], Truncate),
        new("indent", [("width", 4L), ("first", false), ("blank", false)], Indent),
        new("wordcount", [], static (context, value, _) => (long)CountWords(context.Str(value))),
        new("wordwrap", [("width", 79L), ("break_long_words", true), ("wrapstring", null), ("break_on_hyphens", true)], Wrap),
        new("format", Format),
    ];

    private static NativeFunction Changing(string name, Func<string, string> change) =>
        new(name, [], (context, value, _) => value is Markup markup ? new Markup(change(markup.Text)) : change(context.Str(value)));

    /// <summary>Creates a filter that turns its value into text and calls a method of it.</summary>
    private static NativeFunction Method(string name, string method, Parameter parameter) => new(name, [parameter], (context, value, arguments) =>
    {
        var text = value is Markup ? value : context.Str(value);
        return MethodTables.Of(text)![method].Invoke(context, text, CallArguments.Of(arguments[0]));
    });

    private static object Replace(RenderContext context, object? value, object?[] arguments)
    {
        var limit = Argument.Int(arguments[2], -1);
        if (!context.Autoescape)
            return TextReplacing.Replace(context, context.Str(value), context.Str(arguments[0]), context.Str(arguments[1]), limit);
        var old = context.Str(arguments[0]);
        if (value is not Markup && arguments[0] is not Markup && arguments[1] is not Markup)
            return TextReplacing.Replace(context, context.Str(value), old, context.Str(arguments[1]), limit);
        var replacement = Markup.Escape(arguments[1], context).Text;
        return new Markup(TextReplacing.Replace(context, Markup.Escape(value, context).Text, old, replacement, limit));
    }

    private static object? Truncate(RenderContext context, object? value, object?[] arguments)
    {
        // A fraction is a length too, as long as nothing is cut off.
        var length = arguments[0] is double number ? number : Argument.Int(arguments[0]);
        var end = Argument.Text(arguments[2]);
        var leeway = Argument.Int(arguments[3], DefaultLeeway);
        var endLength = CodePoints.Count(end);
        if (length < endLength)
            throw new PythonException("AssertionError", $"expected length >= {endLength}, got {ValueText.Str(arguments[0], context.Limits.MaxTextLength)}");
        if (leeway < 0)
            throw new PythonException("AssertionError", $"expected leeway >= 0, got {leeway}");
        if (Iteration.Length(value) <= length + leeway)
            return value;
        var kept = CodePoints.Truncate(Argument.Text(value), Argument.Int(arguments[0]) - endLength);
        if (!Argument.Flag(arguments[1]) && kept.LastIndexOf(' ') is var space and >= 0)
            kept = kept[..space];
        return value is Markup ? new Markup(kept + Markup.Escape(arguments[2], context).Text) : kept + end;
    }

    private static object Indent(RenderContext context, object? value, object?[] arguments)
    {
        if (value is Undefined missing)
            throw missing.Fail();
        var text = Argument.TryText(value)
            ?? throw PythonException.Type($"unsupported operand type(s) for +=: '{PythonType.NameOf(value)}' and 'str'");
        var indention = Argument.TryText(arguments[0]) ?? Spaces(context, Argument.Int(arguments[0]));
        var alsoBlank = Argument.Flag(arguments[2]);
        var writer = new PythonTextWriter(context.Limits.MaxTextLength);
        var isFirst = true;
        foreach (var line in TextSplitting.Lines(text + "\n", keepEnds: false))
        {
            if (!isFirst)
                writer.Append("\n");
            if (isFirst ? Argument.Flag(arguments[1]) : alsoBlank || line.Length > 0)
                writer.Append(indention);
            writer.Append(line);
            isFirst = false;
        }

        return value is Markup ? new Markup(writer.ToString()) : writer.ToString();
    }

    private static string Spaces(RenderContext context, int count)
    {
        context.CheckLength(count);
        return new string(' ', Math.Max(0, count));
    }

    private static int CountWords(string text)
    {
        var count = 0;
        var isInside = false;
        foreach (var letter in CodePoints.Split(text))
        {
            var isWord = PythonChars.IsWord(letter);
            if (isWord && !isInside)
                count++;
            isInside = isWord;
        }

        return count;
    }

    private static string Wrap(RenderContext context, object? value, object?[] arguments)
    {
        if (value is Undefined missing)
            throw missing.Fail();
        var wrapper = new TextWrapper(Argument.Int(arguments[0]))
        {
            BreaksLongWords = Argument.Flag(arguments[1]),
            BreaksOnHyphens = Argument.Flag(arguments[3]),
        };
        var separator = arguments[2] is null ? "\n" : Argument.Text(arguments[2]);
        var writer = new PythonTextWriter(context.Limits.MaxTextLength);
        var isFirst = true;
        foreach (var line in TextSplitting.Lines(Argument.Text(value), keepEnds: false))
        {
            if (!isFirst)
                writer.Append(separator);
            isFirst = false;
            writer.Append(string.Join(separator, wrapper.Wrap(line)));
        }

        return writer.ToString();
    }

    private static object? Format(RenderContext context, object? value, CallArguments arguments)
    {
        if (arguments.Positional.Count > 0 && arguments.Named.Count > 0)
            throw JinjaErrors.Argument("can't handle positional and keyword arguments at the same time");
        object values = arguments.Named.Count > 0
            ? DictMethods.Create(context, arguments)
            : new PythonTuple(arguments.Positional);
        return value is Markup markup
            ? MarkupFormat.Percent(markup.Text, values, context)
            : PercentTemplate.Parse(context.Str(value)).Render(values, context.Limits.MaxTextLength);
    }
}
