using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Says that a template is nested too deeply to be rendered.</summary>
internal sealed class TemplateNestingException(JinjaPosition position) : Exception("The template is nested too deeply.")
{
    public JinjaPosition Position { get; } = position;
}
