using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a part of a template that prints, or sets names.</summary>
internal abstract class Statement(JinjaPosition position) : Node(position)
{
    /// <summary>Renders the part; costs a step.</summary>
    public void Execute(RenderContext context)
    {
        context.Charge(1);
        context.Position = Position;
        Render(context);
    }

    protected abstract void Render(RenderContext context);
}
