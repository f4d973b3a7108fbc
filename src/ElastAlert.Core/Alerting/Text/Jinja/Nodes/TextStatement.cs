using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a piece of a template that is printed as it is.</summary>
internal sealed class TextStatement(string text, JinjaPosition position) : Statement(position)
{
    public string Text => text;

    protected override void Render(RenderContext context)
    {
        context.CheckLength(text.Length);
        context.Output.Append(text);
    }
}
