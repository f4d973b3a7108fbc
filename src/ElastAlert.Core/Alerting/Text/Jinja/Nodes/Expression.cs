using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a part of a template that has a value.</summary>
internal abstract class Expression(JinjaPosition position) : Node(position)
{
    /// <summary>Returns the value; costs a step.</summary>
    public object? Evaluate(RenderContext context)
    {
        context.Charge(1);
        return Value(context);
    }

    protected abstract object? Value(RenderContext context);
}
