using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a member by name: <c>value.name</c>.</summary>
internal sealed class AttributeExpression(Expression owner, string name, JinjaPosition position) : Expression(position)
{
    public override IEnumerable<Node> Children => [owner];

    protected override object? Value(RenderContext context) => Subscript.Attribute(owner.Evaluate(context), name, context);
}
