using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is an arithmetic operation on two values.</summary>
internal sealed class BinaryExpression(
    Expression left,
    Expression right,
    Func<object?, object?, RenderContext, object?> operation,
    JinjaPosition position) : Expression(position)
{
    public override IEnumerable<Node> Children => [left, right];

    protected override object? Value(RenderContext context)
    {
        var first = left.Evaluate(context);
        return operation(first, right.Evaluate(context), context);
    }
}
