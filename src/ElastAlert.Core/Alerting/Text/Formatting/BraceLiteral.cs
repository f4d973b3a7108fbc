namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Is a piece of a format text that stays as it is.</summary>
internal sealed class BraceLiteral(string text) : BracePart
{
    public string Text => text;

    public override string Render(FormatArguments arguments) => text;
}
