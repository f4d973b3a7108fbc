using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is what a value is assigned to.</summary>
internal abstract class Target(JinjaPosition position) : Node(position)
{
    public abstract void Assign(object? value, RenderContext context);

    /// <summary>Returns a value as reading the target gives it back after it was assigned: taken apart, it is a tuple.</summary>
    public virtual object? Rebuild(object? value, RenderContext context) => value;
}
