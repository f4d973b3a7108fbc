using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Assigns what its body prints: <c>set name</c> to <c>endset</c>, through filters if there are any.</summary>
internal sealed class SetBlockStatement(Target target, Expression? filter, Body body, JinjaPosition position) : Statement(position)
{
    public override IEnumerable<Node> Children => [target, .. filter is null ? Array.Empty<Node>() : [filter], .. body.Statements];

    public override void TraceNames(FrameNames frame)
    {
        target.TraceNames(frame);
        frame.Open(body);
    }

    public override void Check(TemplateCheck check, bool isConditional) => base.Check(check, isConditional: false);

    protected override void Render(RenderContext context)
    {
        object? value = context.Capture(captured => captured.WithScope(captured.Scope, body.Render));
        if (context.Autoescape)
            value = new Markup((string)value!);
        if (filter is not null)
            value = CapturedExpression.With(context, value, filter);
        target.Assign(value, context);
    }
}
