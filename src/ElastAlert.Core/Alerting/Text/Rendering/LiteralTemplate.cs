namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Is a text that is the same for every match; its braces mean nothing.</summary>
internal sealed class LiteralTemplate(string text) : TextTemplate
{
    public override string Render(RuleMatch match) => text;
}
