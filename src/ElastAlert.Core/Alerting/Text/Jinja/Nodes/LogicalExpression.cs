using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is <c>and</c> or <c>or</c>: the value of the operand that decides it.</summary>
internal sealed class LogicalExpression(Expression left, Expression right, bool isOr, JinjaPosition position) : Expression(position)
{
    public override IEnumerable<Node> Children => [left, right];

    protected override object? Value(RenderContext context)
    {
        var first = left.Evaluate(context);
        return PythonType.IsTrue(first) == isOr ? first : right.Evaluate(context);
    }
}
