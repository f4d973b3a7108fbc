using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Assigns a value: <c>set name = value</c>.</summary>
internal sealed class SetStatement(Target target, Expression source, JinjaPosition position) : Statement(position)
{
    public override IEnumerable<Node> Children => [source, target];

    protected override void Render(RenderContext context) => target.Assign(source.Evaluate(context), context);
}
