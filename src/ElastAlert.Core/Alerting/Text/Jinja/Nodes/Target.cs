using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is what a value is assigned to.</summary>
internal abstract class Target(JinjaPosition position) : Node(position)
{
    public abstract void Assign(object? value, RenderContext context);
}
