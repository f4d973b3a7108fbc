using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Compares values, and asks containers for members.</summary>
internal static class Comparison
{
    public static bool Equal(object? left, object? right, RenderContext context) => context.Comparer.AreEqual(left, right);

    public static bool NotEqual(object? left, object? right, RenderContext context) => !context.Comparer.AreEqual(left, right);

    public static bool Less(object? left, object? right, RenderContext context) => Order(left, right, context, "<") < 0;

    public static bool LessOrEqual(object? left, object? right, RenderContext context) => Order(left, right, context, "<=") <= 0;

    public static bool Greater(object? left, object? right, RenderContext context) => Order(left, right, context, ">") > 0;

    public static bool GreaterOrEqual(object? left, object? right, RenderContext context) => Order(left, right, context, ">=") >= 0;

    public static bool NotIn(object? item, object? container, RenderContext context) => !In(item, container, context);

    public static bool In(object? item, object? container, RenderContext context)
    {
        switch (container)
        {
            case string text:
                return InText(item, text, context);
            case PythonObject { Text: { } text }:
                return InText(item, text, context);
            case PythonDict dict:
                return dict.ContainsKey(item);
            default:
                var items = Iteration.TryOf(container, context)
                    ?? throw PythonException.Type($"argument of type '{PythonType.NameOf(container)}' is not iterable");
                return items.Any(member => context.Comparer.AreEqual(member, item));
        }
    }

    private static bool InText(object? item, string text, RenderContext context)
    {
        var part = item as string ?? (item as PythonObject)?.Text
            ?? throw PythonException.Type($"'in <string>' requires string as left operand, not {PythonType.NameOf(item)}");
        context.ChargeSearch(text.Length, part.Length);
        return text.Contains(part, StringComparison.Ordinal);
    }

    private static int? Order(object? left, object? right, RenderContext context, string symbol)
    {
        if (left is Undefined first)
            throw first.Fail();
        if (right is Undefined second)
            throw second.Fail();
        return context.Comparer.Compare(left, right, symbol);
    }
}
