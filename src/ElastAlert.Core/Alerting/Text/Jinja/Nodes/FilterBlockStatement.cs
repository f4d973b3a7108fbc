using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Prints what its body prints, through filters: <c>filter name</c> to <c>endfilter</c>.</summary>
internal sealed class FilterBlockStatement(Expression filter, Body body, JinjaPosition position) : Statement(position)
{
    public override IEnumerable<Node> Children => [.. body.Statements, filter];

    public override void TraceNames(FrameNames frame)
    {
        filter.TraceNames(frame);
        frame.Open(body);
    }

    public override void Check(TemplateCheck check, bool isConditional) => base.Check(check, isConditional: false);

    protected override void Render(RenderContext context)
    {
        object? value = context.Capture(captured => captured.WithScope(captured.Scope, body.Render));
        if (context.Autoescape)
            value = new Markup((string)value!);
        context.Output.Append(Argument.Text(CapturedExpression.With(context, value, filter)));
    }
}
