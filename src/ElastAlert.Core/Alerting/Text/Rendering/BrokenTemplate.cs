namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Stands for a text that cannot be read: a rule that was checked when it was loaded has none.</summary>
internal sealed class BrokenTemplate(string option, string reason) : TextTemplate
{
    public override string Render(RuleMatch match) => throw new TextFailedException(option, reason);
}
