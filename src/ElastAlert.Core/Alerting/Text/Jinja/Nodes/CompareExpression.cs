using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a chain of comparisons: <c>a &lt; b &lt;= c</c>, each value evaluated once.</summary>
internal sealed class CompareExpression(
    Expression first,
    IReadOnlyList<(Func<object?, object?, RenderContext, bool> Compare, Expression Operand)> steps,
    JinjaPosition position) : Expression(position)
{
    public override IEnumerable<Node> Children => [first, .. steps.Select(step => step.Operand)];

    protected override object? Value(RenderContext context)
    {
        var left = first.Evaluate(context);
        foreach (var (compare, operand) in steps)
        {
            var right = operand.Evaluate(context);
            if (!compare(left, right, context))
                return false;
            left = right;
        }

        return true;
    }
}
