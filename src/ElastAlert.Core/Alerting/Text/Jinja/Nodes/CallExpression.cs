using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a call: <c>value(arguments)</c>.</summary>
internal sealed class CallExpression(Expression callee, ArgumentList arguments, JinjaPosition position) : Expression(position)
{
    public override IEnumerable<Node> Children => [callee, .. arguments.Children];

    /// <summary>Returns whether the call names an argument.</summary>
    public bool Names(string name) => arguments.Names(name);

    /// <summary>Calls with the body of a call block as <c>caller</c> besides.</summary>
    public object? CallWith(RenderContext context, object? caller)
    {
        var target = callee.Evaluate(context);
        var given = arguments.Evaluate(context);
        return Call(context, target, given with { Named = [.. given.Named, KeyValuePair.Create("caller", caller)] });
    }

    protected override object? Value(RenderContext context)
    {
        var target = callee.Evaluate(context);
        return Call(context, target, arguments.Evaluate(context));
    }

    private static object? Call(RenderContext context, object? target, CallArguments arguments) => target switch
    {
        ICallable callable => context.Deeper(deeper => callable.Call(deeper, arguments)),
        Undefined missing => throw missing.Fail(),
        _ => throw PythonException.Type($"'{PythonType.NameOf(target)}' object is not callable"),
    };
}
