namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Says that a template could not be rendered with the values it was given, and at which line it failed.</summary>
internal sealed class JinjaRenderException(string message, JinjaPosition position, Exception innerException)
    : Exception($"line {position.Line}: {message}", innerException)
{
    /// <summary>Gets where the template failed.</summary>
    public JinjaPosition Position { get; } = position;
}
