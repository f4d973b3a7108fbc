using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a name whose value is looked up.</summary>
internal sealed class NameExpression(string name, JinjaPosition position) : Expression(position)
{
    public string Name => name;

    public override void TraceNames(FrameNames frame) => frame.Load(name);

    protected override object? Value(RenderContext context) => context.Resolve(name);
}
