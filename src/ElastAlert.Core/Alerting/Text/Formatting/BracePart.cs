namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Is a piece of a format text.</summary>
internal abstract class BracePart
{
    public abstract string Render(FormatArguments arguments);
}
