using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is an attribute of a namespace that a value is assigned to: <c>ns.name</c>.</summary>
internal sealed class NamespaceTarget(string name, string attribute, JinjaPosition position) : Target(position)
{
    public override void TraceNames(FrameNames frame) => frame.Load(name);

    public override void Assign(object? value, RenderContext context)
    {
        if (context.Resolve(name) is not Namespace target)
            throw JinjaErrors.Runtime("cannot assign attribute on non-namespace object");
        target.Set(attribute, value);
    }
}
