using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is a filter, test, method or function that is built in: a name, its parameters, and what it does with them.</summary>
internal sealed class NativeFunction
{
    private readonly IReadOnlyList<Parameter>? _parameters;
    private readonly Func<RenderContext, object?, object?[], object?>? _body;
    private readonly Func<RenderContext, object?, CallArguments, object?>? _rawBody;

    /// <summary>Creates a function whose arguments are bound to parameters.</summary>
    public NativeFunction(string name, IReadOnlyList<Parameter> parameters, Func<RenderContext, object?, object?[], object?> body)
    {
        Name = name;
        _parameters = parameters;
        _body = body;
    }

    /// <summary>Creates a function that takes its arguments as they are.</summary>
    public NativeFunction(string name, Func<RenderContext, object?, CallArguments, object?> body)
    {
        Name = name;
        _rawBody = body;
    }

    public string Name { get; }

    /// <summary>Calls the function on a value: what is filtered, tested, or owns the method.</summary>
    public object? Invoke(RenderContext context, object? value, CallArguments arguments)
    {
        context.Charge(1);
        var result = _body is not null ? _body(context, value, Bind(arguments)) : _rawBody!(context, value, arguments);
        return context.Admit(result);
    }

    private object?[] Bind(CallArguments arguments)
    {
        var parameters = _parameters!;
        if (arguments.Positional.Count > parameters.Count)
            throw PythonException.Type($"{Name}() takes at most {parameters.Count} arguments ({arguments.Positional.Count} given)");

        var values = new object?[parameters.Count];
        var isGiven = new bool[parameters.Count];
        for (var index = 0; index < arguments.Positional.Count; index++)
            (values[index], isGiven[index]) = (arguments.Positional[index], true);
        foreach (var (name, value) in arguments.Named)
        {
            var index = IndexOf(name);
            if (isGiven[index])
                throw PythonException.Type($"{Name}() got multiple values for argument '{name}'");
            (values[index], isGiven[index]) = (value, true);
        }

        for (var index = 0; index < parameters.Count; index++)
        {
            if (!isGiven[index])
                values[index] = parameters[index].IsRequired ? throw Missing(parameters[index]) : parameters[index].Default;
        }

        return values;
    }

    private int IndexOf(string name)
    {
        for (var index = 0; index < _parameters!.Count; index++)
        {
            if (_parameters[index].Name == name && !_parameters[index].IsPositionalOnly)
                return index;
        }

        throw PythonException.Type($"{Name}() got an unexpected keyword argument '{name}'");
    }

    private PythonException Missing(Parameter parameter) =>
        PythonException.Type($"{Name}() missing 1 required positional argument: '{parameter.Name}'");
}
