using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Iterates over values as Python does.</summary>
internal static class Iteration
{
    /// <summary>Returns the members of a value, or <see langword="null"/> when it has none to iterate over.</summary>
    public static IEnumerable<object?>? TryOf(object? value, RenderContext context) => value switch
    {
        string text => CodePoints.Split(text),
        PythonObject { Text: { } text } => CodePoints.Split(text),
        PythonList list => Growing(list),
        PythonSequence sequence => sequence.Items,
        PythonDict dict => Keys(dict),
        Undefined => [],
        IItems items => items.Enumerate(context),
        _ => null,
    };

    /// <summary>Returns the members of a value; each costs a step.</summary>
    public static IEnumerable<object?> Of(object? value, RenderContext context)
    {
        var items = TryOf(value, context) ?? throw PythonException.Type($"'{PythonType.NameOf(value)}' object is not iterable");
        return Charged(items, context);
    }

    /// <summary>Copies the members of a value to a list.</summary>
    public static List<object?> ToList(object? value, RenderContext context)
    {
        var list = new List<object?>();
        foreach (var item in Of(value, context))
        {
            if (list.Count >= context.Limits.MaxItems)
                throw JinjaErrors.Limit($"a list grows beyond {context.Limits.MaxItems} members");
            list.Add(item);
        }

        return list;
    }

    /// <summary>Returns how many members a value has, or <see langword="null"/> when Python's <c>len</c> does not know.</summary>
    public static int? CountOf(object? value) => value switch
    {
        string text => CodePoints.Count(text),
        PythonObject { Text: { } text } => CodePoints.Count(text),
        PythonSequence sequence => sequence.Items.Count,
        PythonDict dict => dict.Count,
        Undefined => 0,
        IItems items => items.Count,
        _ => null,
    };

    /// <summary>Returns how many members a value has.</summary>
    public static int Length(object? value) =>
        CountOf(value) ?? throw PythonException.Type($"object of type '{PythonType.NameOf(value)}' has no len()");

    /// <summary>Takes a value apart into exactly so many members.</summary>
    public static List<object?> Unpack(object? value, int count, RenderContext context)
    {
        if (TryOf(value, context) is not { } items)
            throw PythonException.Type($"cannot unpack non-iterable {PythonType.NameOf(value)} object");
        var values = Charged(items, context).Take(count + 1).ToList();
        if (values.Count > count)
            throw PythonException.Value($"too many values to unpack (expected {count})");
        if (values.Count < count)
            throw PythonException.Value($"not enough values to unpack (expected {count}, got {values.Count})");
        return values;
    }

    private static IEnumerable<object?> Charged(IEnumerable<object?> items, RenderContext context)
    {
        foreach (var item in items)
        {
            context.Charge(1);
            yield return item;
        }
    }

    /// <summary>A list may grow while it is iterated over, and then goes on.</summary>
    private static IEnumerable<object?> Growing(PythonList list)
    {
        for (var index = 0; index < list.Items.Count; index++)
            yield return list.Items[index];
    }

    private static IEnumerable<object?> Keys(PythonDict dict) => PythonView.Keys(dict).Unchanged();
}
