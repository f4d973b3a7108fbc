using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Renders its body: <c>block name</c>. Without inheritance a block is replaced by nothing else.</summary>
internal sealed class BlockStatement(string name, bool isRequired, Body body, JinjaPosition position) : Statement(position)
{
    public override IEnumerable<Node> Children => body.Statements;

    public override void Check(TemplateCheck check, bool isConditional)
    {
        check.AddBlock(name, Position);
        base.Check(check, isConditional: false);
    }

    protected override void Render(RenderContext context)
    {
        if (isRequired)
            throw JinjaErrors.Runtime($"Required block '{name}' not found");
        context.WithScope(context.Scope, body.Render);
    }
}
