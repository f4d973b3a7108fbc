using ElastAlert.Alerting.Text.Jinja.Methods;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Templates;

/// <summary>Lists the functions that every template may call.</summary>
internal static class GlobalFunctions
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        new("range", static (context, _, arguments) => Range(context, arguments)),
        new("dict", static (context, _, arguments) => DictMethods.Create(context, arguments)),
        new("namespace", static (context, _, arguments) => new Namespace(DictMethods.Create(context, arguments))),
        new("cycler", static (_, _, arguments) => Cycle(arguments.Positional)),
        new("joiner", [("sep", ", ")], static (_, _, a) => new Joiner(a[0])),
        new("lipsum", static (_, _, _) => throw JinjaErrors.Runtime("lipsum() is not supported: alerts have no use for filler text")),
    ];

    private static Cycler Cycle(IReadOnlyList<object?> items) =>
        items.Count > 0 ? new Cycler(items) : throw new PythonException("RuntimeError", "at least one item has to be provided");

    private static PythonRange Range(RenderContext context, CallArguments arguments)
    {
        if (arguments.Named.Count > 0)
            throw PythonException.Type("range() takes no keyword arguments");
        if (arguments.Positional.Count is 0 or > 3)
            throw PythonException.Type($"range expected 1 to 3 arguments, got {arguments.Positional.Count}");
        long[] numbers = [.. arguments.Positional.Select(value => (long)Argument.Int(value))];
        var (start, stop, step) = numbers switch
        {
            [var end] => (0L, end, 1L),
            [var first, var end] => (first, end, 1L),
            _ => (numbers[0], numbers[1], numbers[2]),
        };
        if (step == 0)
            throw PythonException.Value("range() arg 3 must not be zero");
        var count = RangeItems.CountOf(start, stop, step);
        if (count > context.Limits.MaxItems)
            throw JinjaErrors.Limit($"a range has more than {context.Limits.MaxItems} numbers");
        return new PythonRange(start, stop, step);
    }
}
