using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Jinja.Templates;

namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Is a Jinja template of a rule.</summary>
internal sealed class JinjaTextTemplate(string option, JinjaTemplate template, RuleVariables rule, string rootName) : TextTemplate
{
    // Rendering the same match again must give the same text.
    private const int Seed = 17;

    public override string Render(RuleMatch match)
    {
        try
        {
            return template.Render(new AlertVariables(rule, match.Fields, rootName), random: new Random(Seed));
        }
        catch (JinjaRenderException exception)
        {
            throw new TextFailedException(option, exception.Message, exception);
        }
    }
}
