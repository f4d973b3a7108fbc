using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Lists the filters that take values of any type.</summary>
internal static class GeneralFilters
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        Default("default"),
        Default("d"),
        new("attr", ["name"], Attribute),
        new("pprint", [], static (context, value, _) => new PrettyPrinter(context).Format(value)),
        new("tojson", [("indent", null)], static (context, value, a) => ToJson(context, value, a[0])),
    ];

    private static NativeFunction Default(string name) =>
        new(name, [("default_value", ""), ("boolean", false)], static (_, value, a) => IsAbsent(value, a[1]) ? a[0] : value);

    private static bool IsAbsent(object? value, object? alsoFalse) =>
        value is Undefined || (Argument.Flag(alsoFalse) && !PythonType.IsTrue(value));

    private static object? Attribute(RenderContext context, object? value, object?[] arguments)
    {
        if (value is Undefined missing)
            throw missing.Fail();
        var name = Argument.Text(arguments[0]);
        return Subscript.TryAttribute(value, name, context, out var found) ? found : Undefined.Member(value, name);
    }

    /// <summary>Writes JSON that is safe inside HTML.</summary>
    private static Markup ToJson(RenderContext context, object? value, object? indent)
    {
        var writer = new PythonTextWriter(context.Limits.MaxTextLength);
        new JsonText(writer, context, indent).Write(value);
        var text = writer.ToString()
            .Replace("<", "\\u003c", StringComparison.Ordinal)
            .Replace(">", "\\u003e", StringComparison.Ordinal)
            .Replace("&", "\\u0026", StringComparison.Ordinal)
            .Replace("'", "\\u0027", StringComparison.Ordinal);
        return new Markup(text);
    }
}
