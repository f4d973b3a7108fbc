using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Calls a macro that may call the enclosed body as <c>caller</c>: <c>call macro()</c>.</summary>
internal sealed class CallBlockStatement(CallExpression call, MacroDefinition definition, JinjaPosition position) : Statement(position)
{
    public override IEnumerable<Node> Children => [call, .. definition.Children];

    public override void TraceNames(FrameNames frame)
    {
        call.TraceNames(frame);
        definition.TraceNames(frame);
    }

    public override void Check(TemplateCheck check, bool isConditional)
    {
        using var level = check.Enter(this);
        call.Check(check, isConditional);
        definition.Check(check, Position);
    }

    protected override void Render(RenderContext context)
    {
        var value = call.CallWith(context, new Macro(definition, context));
        context.Output.Append(Argument.Text(value));
    }
}
