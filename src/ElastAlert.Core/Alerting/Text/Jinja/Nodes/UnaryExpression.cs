using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is an operation on one value: a sign, or <c>not</c>.</summary>
internal sealed class UnaryExpression(Expression operand, Func<object?, RenderContext, object?> operation, JinjaPosition position)
    : Expression(position)
{
    public override IEnumerable<Node> Children => [operand];

    protected override object? Value(RenderContext context) => operation(operand.Evaluate(context), context);
}
