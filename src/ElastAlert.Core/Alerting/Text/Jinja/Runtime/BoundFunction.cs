using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is a built-in function as a value: a method with its owner, or a global function.</summary>
internal sealed class BoundFunction(NativeFunction function, object? owner = null) : PythonObject, ICallable
{
    public override string TypeName => "builtin_function_or_method";

    public object? Call(RenderContext context, CallArguments arguments) => function.Invoke(context, owner, arguments);

    public override void WriteRepr(PythonTextWriter writer) => writer.Append(
        owner is null ? $"<function {function.Name}>" : $"<built-in method {function.Name} of {PythonType.NameOf(owner)} object>");
}
