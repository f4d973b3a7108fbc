using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Methods;

/// <summary>Lists the methods of texts.</summary>
internal static class TextMethods
{
    // What these put into the text is their second argument.
    private static readonly string[] PutInto = ["replace", "ljust", "rjust", "center"];

    // All other methods take their arguments by place only.
    private static readonly string[] TakingNames = ["expandtabs", "split", "rsplit", "splitlines"];

    private static readonly Parameter[] Span = [("start", null), ("end", null)];

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        Changing("capitalize", static text => CaseMapping.Capitalize(text)),
        Changing("casefold", static text => CaseMapping.CaseFold(text)),
        Changing("lower", static text => CaseMapping.Lower(text)),
        Changing("swapcase", static text => CaseMapping.SwapCase(text)),
        Changing("title", static text => CaseMapping.Title(text)),
        Changing("upper", static text => CaseMapping.Upper(text)),
        Method("center", ["width", ("fillchar", " ")], TextPadding.Center),
        Method("ljust", ["width", ("fillchar", " ")], TextPadding.Left),
        Method("rjust", ["width", ("fillchar", " ")], TextPadding.Right),
        Method("zfill", ["width"], TextPadding.Zeros),
        Method("expandtabs", [("tabsize", 8L)], TextPadding.ExpandTabs),
        Method("strip", [("chars", null)], static (_, text, a) => TextTrimming.Trim(text, a[0], atStart: true, atEnd: true)),
        Method("lstrip", [("chars", null)], static (_, text, a) => TextTrimming.Trim(text, a[0], atStart: true, atEnd: false)),
        Method("rstrip", [("chars", null)], static (_, text, a) => TextTrimming.Trim(text, a[0], atStart: false, atEnd: true)),
        Method("removeprefix", ["prefix"], TextTrimming.RemovePrefix),
        Method("removesuffix", ["suffix"], TextTrimming.RemoveSuffix),
        Method("count", ["sub", .. Span], TextSearch.Count),
        Method("find", ["sub", .. Span], TextSearch.Find),
        Method("rfind", ["sub", .. Span], TextSearch.FindLast),
        Method("index", ["sub", .. Span], TextSearch.Index),
        Method("rindex", ["sub", .. Span], TextSearch.IndexLast),
        Method("startswith", ["prefix", .. Span], TextSearch.StartsWith),
        Method("endswith", ["suffix", .. Span], TextSearch.EndsWith),
        Method("replace", ["old", "new", ("count", -1L)], TextReplacing.Replace),
        Method("translate", ["table"], TextReplacing.Translate),
        Method("split", [("sep", null), ("maxsplit", -1L)], TextSplitting.Split),
        Method("rsplit", [("sep", null), ("maxsplit", -1L)], TextSplitting.SplitFromEnd),
        Method("splitlines", [("keepends", false)], TextSplitting.Lines),
        Method("partition", ["sep"], TextSplitting.Partition),
        Method("rpartition", ["sep"], TextSplitting.PartitionFromEnd),
        new("join", ["iterable"], static (context, self, a) => self is Markup markup
            ? new Markup(TextReplacing.Join(context, markup.Text, Iteration.Of(a[0], context).Select(item => Markup.Escape(item, context))))
            : TextReplacing.Join(context, (string)self!, Iteration.Of(a[0], context))),
        new("format", static (context, self, arguments) => Format(context, self, arguments.Positional, arguments.Named)),
        new("format_map", ["mapping"], static (context, self, a) => Format(context, self, [], Members(a[0]))),
        .. TextPredicates.All,
    ];

    /// <summary>Creates a method that gets the text of its owner; what it makes of HTML is HTML again.</summary>
    private static NativeFunction Method(string name, IReadOnlyList<Parameter> parameters, Func<RenderContext, string, object?[], object?> body) =>
        new(name, TakingNames.Contains(name) ? parameters : Parameter.ByPlace(parameters), (context, self, arguments) => self switch
        {
            Markup markup => AsMarkup(body(context, markup.Text, PutInto.Contains(name) ? Escaped(context, arguments) : arguments)),
            _ => body(context, (string)self!, arguments),
        });

    private static object?[] Escaped(RenderContext context, object?[] arguments)
    {
        object?[] escaped = [.. arguments];
        escaped[1] = Markup.Escape(arguments[1], context).Text;
        return escaped;
    }

    private static NativeFunction Changing(string name, Func<string, string> change) => Method(name, [], (_, text, _) => change(text));

    private static object? AsMarkup(object? value) => value switch
    {
        string text => new Markup(text),
        PythonList list => new PythonList([.. list.Items.Select(AsMarkup)]),
        PythonTuple tuple => new PythonTuple([.. tuple.Items.Select(AsMarkup)]),
        _ => value,
    };

    private static object Format(RenderContext context, object? self, IReadOnlyList<object?> positional, IReadOnlyList<KeyValuePair<string, object?>> named)
    {
        var names = named.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
        var arguments = new FormatArguments(positional, names) { MaxLength = context.Limits.MaxTextLength };
        return self is Markup markup
            ? MarkupFormat.Brace(markup.Text, arguments, context)
            : BraceTemplate.Parse((string)self!).Render(arguments);
    }

    private static List<KeyValuePair<string, object?>> Members(object? mapping) => mapping is PythonDict dict
        ? [.. dict.Members.Where(member => member.Key is string).Select(member => KeyValuePair.Create((string)member.Key!, member.Value))]
        : throw PythonException.Type($"'{PythonType.NameOf(mapping)}' object is not a mapping");
}
