using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Jinja.Methods;

/// <summary>Lists the methods of dictionaries.</summary>
internal static class DictMethods
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        Method("keys", [], static (_, dict, _) => PythonView.Keys(dict)),
        Method("values", [], static (_, dict, _) => PythonView.Values(dict)),
        Method("items", [], static (_, dict, _) => PythonView.Items(dict)),
        Method("get", ["key", ("default", null)], static (_, dict, a) => dict.TryGetValue(a[0], out var value) ? value : a[1]),
        Method("copy", [], static (context, dict, _) => Merged(context, dict)),
        Method("setdefault", ["key", ("default", null)], SetDefault),
        new("pop", static (context, self, arguments) => Pop((PythonDict)self!, arguments.Positional)),
        Method("popitem", [], PopItem),
        Method("clear", [], Clear),
        new("update", Update),
    ];

    /// <summary>Makes a dictionary of a mapping or of pairs, and of named values.</summary>
    public static PythonDict Create(RenderContext context, CallArguments arguments)
    {
        if (arguments.Positional.Count > 1)
            throw PythonException.Type($"dict expected at most 1 argument, got {arguments.Positional.Count}");
        var dict = new PythonDict(context.Comparer);
        Fill(context, dict, arguments);
        return dict;
    }

    private static NativeFunction Method(string name, IReadOnlyList<Parameter> parameters, Func<RenderContext, PythonDict, object?[], object?> body) =>
        new(name, Parameter.ByPlace(parameters), (context, self, arguments) => body(context, (PythonDict)self!, arguments));

    private static PythonDict Merged(RenderContext context, PythonDict dict) => Create(context, CallArguments.Of(dict));

    private static object? SetDefault(RenderContext context, PythonDict dict, object?[] arguments)
    {
        if (dict.TryGetValue(arguments[0], out var value))
            return value;
        context.CheckCount(1);
        dict[arguments[0]] = arguments[1];
        return arguments[1];
    }

    private static object? Pop(PythonDict dict, IReadOnlyList<object?> arguments)
    {
        if (arguments.Count is < 1 or > 2)
            throw PythonException.Type("pop expected 1 or 2 arguments");
        if (dict.TryGetValue(arguments[0], out var value))
        {
            dict.Remove(arguments[0]);
            return value;
        }

        return arguments.Count == 2 ? arguments[1] : throw PythonException.Key(ValueText.Repr(arguments[0]));
    }

    private static PythonTuple PopItem(RenderContext context, PythonDict dict, object?[] arguments)
    {
        if (dict.Count == 0)
            throw PythonException.Key(PythonText.Quote("popitem(): dictionary is empty"));
        var (key, value) = dict.Members.Last();
        dict.Remove(key);
        return new PythonTuple([key, value]);
    }

    private static object? Clear(RenderContext context, PythonDict dict, object?[] arguments)
    {
        dict.Clear();
        return null;
    }

    private static object? Update(RenderContext context, object? self, CallArguments arguments)
    {
        Fill(context, (PythonDict)self!, arguments);
        return null;
    }

    private static void Fill(RenderContext context, PythonDict dict, CallArguments arguments)
    {
        foreach (var (key, value) in arguments.Positional.SelectMany(source => Members(context, source)))
        {
            dict[key] = value;
            if (dict.Count > context.Limits.MaxItems)
                context.CheckCount(dict.Count);
        }

        foreach (var (name, value) in arguments.Named)
            dict[name] = value;
    }

    private static IEnumerable<KeyValuePair<object?, object?>> Members(RenderContext context, object? source)
    {
        if (source is Undefined missing)
            throw missing.Fail();
        if (source is PythonDict dict)
        {
            context.Charge(dict.Count);
            return dict.Members.ToArray();
        }

        return Iteration.Of(source, context).Select(pair => Iteration.Unpack(pair, 2, context)).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
    }
}
