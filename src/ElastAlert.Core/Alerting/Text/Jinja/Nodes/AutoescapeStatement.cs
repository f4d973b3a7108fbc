using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Switches the escaping of printed values on or off inside its body: <c>autoescape true</c>.</summary>
internal sealed class AutoescapeStatement(Expression isOn, Body body, JinjaPosition position) : Statement(position)
{
    public override IEnumerable<Node> Children => [isOn, .. body.Statements];

    public override void TraceNames(FrameNames frame) => frame.Open(body, [isOn, .. body.Statements], []);

    public override void Check(TemplateCheck check, bool isConditional) => base.Check(check, isConditional: false);

    protected override void Render(RenderContext context) =>
        context.WithAutoescape(PythonType.IsTrue(isOn.Evaluate(context)), inner => inner.WithScope(inner.Scope, body.Render));
}
