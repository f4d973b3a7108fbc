namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Is a text of a rule into which values of a match are put; read once, rendered for every match.</summary>
internal abstract class TextTemplate
{
    /// <summary>Returns the text for a match.</summary>
    /// <exception cref="TextFailedException">The text cannot be made for this match.</exception>
    public abstract string Render(RuleMatch match);
}
