using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Defines a macro: <c>macro name(parameters)</c>.</summary>
internal sealed class MacroStatement(NameTarget name, MacroDefinition definition, JinjaPosition position) : Statement(position)
{
    public override IEnumerable<Node> Children => [name, .. definition.Children];

    public override void TraceNames(FrameNames frame)
    {
        name.TraceNames(frame);
        definition.TraceNames(frame);
    }

    public override void Check(TemplateCheck check, bool isConditional)
    {
        using var level = check.Enter(this);
        definition.Check(check, Position);
    }

    protected override void Render(RenderContext context) => name.Assign(new Macro(definition, context), context);
}
