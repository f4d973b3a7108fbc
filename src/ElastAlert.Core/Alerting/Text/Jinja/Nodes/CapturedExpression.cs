using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Stands for the printed text that the filters of a block begin with.</summary>
internal sealed class CapturedExpression(JinjaPosition position) : Expression(position)
{
    // No template can name this, for it is no identifier.
    private const string Key = "(captured)";

    /// <summary>Evaluates the filters of a block on what it printed.</summary>
    public static object? With(RenderContext context, object? captured, Expression filters)
    {
        object? value = null;
        context.WithScope(context.Scope, inner =>
        {
            inner.Scope[Key] = captured;
            value = filters.Evaluate(inner);
        });
        return value;
    }

    protected override object? Value(RenderContext context) => context.Resolve(Key);
}
