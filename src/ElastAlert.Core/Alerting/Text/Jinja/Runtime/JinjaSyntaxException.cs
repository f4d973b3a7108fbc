namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Says that a text is no template, why, and where.</summary>
internal sealed class JinjaSyntaxException(string message, JinjaPosition position, Exception? innerException = null)
    : Exception($"line {position.Line}, column {position.Column}: {message}", innerException)
{
    /// <summary>Gets what is wrong, without the place.</summary>
    public string Problem { get; } = message;

    /// <summary>Gets where it is wrong.</summary>
    public JinjaPosition Position { get; } = position;
}
