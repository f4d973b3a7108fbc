using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a macro as a value: what it does, with the names and the escaping of the place where it was defined.</summary>
internal sealed class Macro(MacroDefinition definition, RenderContext definer) : PythonObject, ICallable, IAttributes
{
    private readonly Scope _scope = definer.Scope;
    private readonly bool _escapes = definer.Autoescape;

    public override string TypeName => "Macro";

    private IReadOnlyList<(NameTarget Name, Expression? Default)> Parameters => definition.Signature.Parameters;

    public object? Call(RenderContext context, CallArguments arguments)
    {
        var bound = Bind(context, arguments);
        var text = context.Capture(captured => captured.WithAutoescape(_escapes, escaping => escaping.WithScope(_scope, inner => Render(inner, bound))));
        return context.Autoescape ? new Markup(text) : text;
    }

    public bool TryGetAttribute(string name, RenderContext context, out object? value)
    {
        value = name switch
        {
            "name" => definition.Name,
            "arguments" => new PythonTuple([.. Parameters.Select(parameter => parameter.Name.Name)]),
            "caller" => definition.TakesCaller,
            "catch_kwargs" => definition.TakesNamed,
            "catch_varargs" => definition.TakesPositional,
            _ => null,
        };
        return value is not null || name == "name";
    }

    public override void WriteRepr(PythonTextWriter writer) =>
        writer.Append($"<Macro {(definition.Name is null ? "anonymous" : PythonText.Quote(definition.Name))}>");

    private void Render(RenderContext context, Dictionary<string, object?> bound)
    {
        foreach (var (target, _) in Parameters)
            target.Assign(Undefined.Name(target.Name), context);
        foreach (var (name, value) in bound)
            context.Scope[name] = value;
        foreach (var (target, defaultValue) in Parameters)
        {
            if (!bound.ContainsKey(target.Name))
                target.Assign(defaultValue is null ? new Undefined($"parameter '{target.Name}' was not provided") : defaultValue.Evaluate(context), context);
        }

        definition.Body.Render(context);
    }

    private Dictionary<string, object?> Bind(RenderContext context, CallArguments arguments)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments.Named)
        {
            if (!named.TryAdd(name, value))
                throw PythonException.Type($"macro '{definition.Name}' got multiple values for keyword argument '{name}'");
        }

        var bound = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var index = 0; index < Parameters.Count; index++)
        {
            var name = Parameters[index].Name.Name;
            if (index < arguments.Positional.Count)
                bound[name] = arguments.Positional[index];
            else if (named.Remove(name, out var value))
                bound[name] = value;
        }

        BindRest(context, bound, named, new PythonTuple([.. arguments.Positional.Skip(Parameters.Count)]));
        return bound;
    }

    private void BindRest(RenderContext context, Dictionary<string, object?> bound, Dictionary<string, object?> named, PythonTuple rest)
    {
        if (definition.TakesCaller && !definition.Signature.Has("caller"))
            bound["caller"] = named.Remove("caller", out var caller) && caller is not null ? caller : new Undefined("No caller defined");

        if (definition.TakesNamed)
            bound["kwargs"] = DictOf(context, named);
        else if (named.ContainsKey("caller"))
            throw PythonException.Type($"macro '{definition.Name}' was invoked with two values for the special caller argument. This is most likely a bug.");
        else if (named.Count > 0)
            throw PythonException.Type($"macro '{definition.Name}' takes no keyword argument '{named.Keys.First()}'");

        if (definition.TakesPositional)
            bound["varargs"] = rest;
        else if (rest.Items.Count > 0)
            throw PythonException.Type($"macro '{definition.Name}' takes not more than {Parameters.Count} argument(s)");
    }

    private static PythonDict DictOf(RenderContext context, Dictionary<string, object?> named)
    {
        var dict = new PythonDict(context.Comparer);
        foreach (var (name, value) in named)
            dict[name] = value;
        return dict;
    }
}
