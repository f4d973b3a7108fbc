using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Asks for another template, such as <c>include 'name'</c>; there is none, so it fails.</summary>
internal sealed class OtherTemplateStatement(string tag, Expression template, IReadOnlyList<NameTarget> names, JinjaPosition position)
    : Statement(position)
{
    public override IEnumerable<Node> Children => [template, .. names];

    public override void Check(TemplateCheck check, bool isConditional)
    {
        check.AddOtherTemplate(tag, Position);
        base.Check(check, isConditional);
    }

    protected override void Render(RenderContext context)
    {
        template.Evaluate(context);
        throw PythonException.Type("no loader for this environment specified");
    }
}
