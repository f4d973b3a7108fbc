using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a number in the template with a minus before it.</summary>
internal sealed class NegativeLiteral(LiteralExpression absolute, JinjaPosition position) : Expression(position)
{
    public Expression Absolute => absolute;

    protected override object? Value(RenderContext context) => Arithmetic.Negate(absolute.Evaluate(context), context);
}
