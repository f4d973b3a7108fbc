using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Renders its body: <c>block name</c>. Without inheritance a block is replaced by nothing else.</summary>
/// <remarks>It sees the names that the outermost level of the template has set, and those around it only when it is scoped.</remarks>
internal sealed class BlockStatement(string name, BlockOptions options, Body body, JinjaPosition position) : Statement(position)
{
    public override IEnumerable<Node> Children => body.Statements;

    public override void TraceNames(FrameNames frame) => FrameNames.Trace(body);

    public override void Check(TemplateCheck check, bool isConditional)
    {
        check.AddBlock(name, Position);
        base.Check(check, isConditional: false);
    }

    protected override void Render(RenderContext context)
    {
        if (options.IsRequired)
            throw JinjaErrors.Runtime($"Required block '{name}' not found");
        var visible = options.IsScoped ? context.Scope : context.OuterScope;
        context.WithAutoescape(false, inner => inner.Apart(visible, body.Render));
    }
}
