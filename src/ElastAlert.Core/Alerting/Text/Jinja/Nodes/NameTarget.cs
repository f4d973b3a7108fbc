using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a name that a value is assigned to.</summary>
internal sealed class NameTarget(string name, JinjaPosition position) : Target(position)
{
    public string Name => name;

    public override void TraceNames(FrameNames frame) => frame.Store(name);

    public override void Assign(object? value, RenderContext context) => context.Scope[name] = value;
}
