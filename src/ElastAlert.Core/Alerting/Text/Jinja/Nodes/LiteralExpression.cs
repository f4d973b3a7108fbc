using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a value that stands in the template.</summary>
internal sealed class LiteralExpression(object? value, JinjaPosition position) : Expression(position)
{
    public bool IsNumber => value is double or long or System.Numerics.BigInteger;

    protected override object? Value(RenderContext context) => value;
}
