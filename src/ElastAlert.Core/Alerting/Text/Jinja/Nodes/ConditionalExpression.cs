using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is an inline condition: <c>a if test else b</c>.</summary>
internal sealed class ConditionalExpression(Expression test, Expression then, Expression? otherwise, JinjaPosition position) : Expression(position)
{
    public override IEnumerable<Node> Children => new[] { then, test, otherwise }.OfType<Expression>();

    public override void Check(TemplateCheck check, bool isConditional) => base.Check(check, isConditional: true);

    protected override object? Value(RenderContext context)
    {
        if (PythonType.IsTrue(test.Evaluate(context)))
            return then.Evaluate(context);
        return otherwise is null ? Undefined.NoElse : otherwise.Evaluate(context);
    }
}
