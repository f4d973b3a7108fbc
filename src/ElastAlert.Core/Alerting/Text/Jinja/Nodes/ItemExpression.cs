using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a member by key: <c>value[key]</c>.</summary>
internal sealed class ItemExpression(Expression owner, Expression key, JinjaPosition position) : Expression(position)
{
    public override IEnumerable<Node> Children => [owner, key];

    protected override object? Value(RenderContext context) => Subscript.Item(owner.Evaluate(context), key.Evaluate(context), context);
}
