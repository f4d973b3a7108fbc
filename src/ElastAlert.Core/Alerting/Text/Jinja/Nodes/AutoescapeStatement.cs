using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Switches the escaping of printed values on or off inside its body: <c>autoescape true</c>.</summary>
internal sealed class AutoescapeStatement(Expression isOn, Body body, JinjaPosition position) : Statement(position)
{
    public override IEnumerable<Node> Children => [isOn, .. body.Statements];

    public override void Check(TemplateCheck check, bool isConditional) => base.Check(check, isConditional: false);

    protected override void Render(RenderContext context)
    {
        var outer = context.Autoescape;
        context.Autoescape = PythonType.IsTrue(isOn.Evaluate(context));
        try
        {
            context.WithScope(context.Scope, body.Render);
        }
        finally
        {
            context.Autoescape = outer;
        }
    }
}
