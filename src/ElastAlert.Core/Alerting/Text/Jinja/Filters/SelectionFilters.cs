using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Lists the filters that apply another filter, or a test, to each member.</summary>
internal static class SelectionFilters
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        new("map", static (context, value, arguments) => new PythonIterator(Map(context, value, arguments))),
        new("select", static (context, value, arguments) => new PythonIterator(Select(context, value, arguments, isSelect: true, byAttribute: false))),
        new("reject", static (context, value, arguments) => new PythonIterator(Select(context, value, arguments, isSelect: false, byAttribute: false))),
        new("selectattr", static (context, value, arguments) => new PythonIterator(Select(context, value, arguments, isSelect: true, byAttribute: true))),
        new("rejectattr", static (context, value, arguments) => new PythonIterator(Select(context, value, arguments, isSelect: false, byAttribute: true))),
    ];

    private static IEnumerable<object?> Map(RenderContext context, object? value, CallArguments arguments)
    {
        if (!PythonType.IsTrue(value))
            yield break;
        var map = MapFunction(context, arguments);
        foreach (var item in Iteration.Of(value, context))
            yield return map(item);
    }

    private static Func<object?, object?> MapFunction(RenderContext context, CallArguments arguments)
    {
        if (arguments.Positional.Count == 0 && arguments.Named.Any(argument => argument.Key == "attribute"))
            return AttributeFunction(context, arguments);
        if (arguments.Positional.Count == 0)
            throw JinjaErrors.Argument("map requires a filter argument");
        var name = NameOf(arguments.Positional[0], "filter");
        if (!context.Library.TryGetFilter(name, out var filter))
            throw JinjaErrors.Runtime($"No filter named '{name}'.");
        var rest = arguments.Skip(1);
        return item => filter.Invoke(context, item, rest);
    }

    private static Func<object?, object?> AttributeFunction(RenderContext context, CallArguments arguments)
    {
        object? attribute = null;
        object? defaultValue = null;
        foreach (var (name, value) in arguments.Named)
        {
            if (name == "attribute")
                attribute = value;
            else if (name == "default")
                defaultValue = value;
            else
                throw JinjaErrors.Argument($"Unexpected keyword argument '{name}'");
        }

        return AttributePath.Of(attribute, context, defaultValue).Find;
    }

    private static IEnumerable<object?> Select(RenderContext context, object? value, CallArguments arguments, bool isSelect, bool byAttribute)
    {
        if (!PythonType.IsTrue(value))
            yield break;
        var test = Condition(context, arguments, byAttribute);
        foreach (var item in Iteration.Of(value, context))
        {
            if (test(item) == isSelect)
                yield return item;
        }
    }

    private static Func<object?, bool> Condition(RenderContext context, CallArguments arguments, bool byAttribute)
    {
        if (!byAttribute)
            return TestOf(context, arguments);
        if (arguments.Positional.Count == 0)
            throw JinjaErrors.Argument("Missing parameter for attribute name");
        var path = AttributePath.Of(arguments.Positional[0], context);
        var test = TestOf(context, arguments.Skip(1));
        return item => test(path.Find(item));
    }

    private static Func<object?, bool> TestOf(RenderContext context, CallArguments arguments)
    {
        if (arguments.Positional.Count == 0)
            return PythonType.IsTrue;
        var name = NameOf(arguments.Positional[0], "test");
        if (!context.Library.TryGetTest(name, out var test))
            throw JinjaErrors.Runtime($"No test named '{name}'.");
        var rest = arguments.Skip(1);
        return item => PythonType.IsTrue(test.Invoke(context, item, rest));
    }

    private static string NameOf(object? value, string kind) => Argument.TryText(value) ?? throw JinjaErrors.Runtime(
        $"No {kind} named {ValueText.Repr(value, 100)}.{(value is Undefined ? " Did you forget to quote its name?" : "")}");
}
