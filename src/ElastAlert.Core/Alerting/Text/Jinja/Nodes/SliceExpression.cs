using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a part of a text or list: <c>value[start:stop:step]</c>.</summary>
internal sealed class SliceExpression(Expression owner, SliceBounds bounds, JinjaPosition position) : Expression(position)
{
    public override IEnumerable<Node> Children => new[] { owner, bounds.Start, bounds.Stop, bounds.Step }.OfType<Expression>();

    protected override object? Value(RenderContext context) => Subscript.Slice(
        owner.Evaluate(context),
        bounds.Start?.Evaluate(context),
        bounds.Stop?.Evaluate(context),
        bounds.Step?.Evaluate(context),
        context);
}
