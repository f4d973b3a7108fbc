using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Is a text with placeholders in braces that are filled by place: <c>alert_text_args</c>.</summary>
internal sealed class ArgumentsTemplate(string option, BraceTemplate template, IReadOnlyList<TextField> fields, RuleVariables rule, string missing)
    : TextTemplate
{
    public override string Render(RuleMatch match)
    {
        try
        {
            return template.Render(FormatArguments.Of([.. fields.Select(field => Value(field, match))]));
        }
        catch (PythonException exception)
        {
            throw new TextFailedException(option, exception.Message, exception);
        }
    }

    /// <summary>An option of the rule stands in for a field that is missing, unless it is empty, false or zero.</summary>
    private object? Value(TextField field, RuleMatch match)
    {
        if (field.Read(match.Fields) is { } value)
            return value;
        return rule.TryGet(field.Name, PythonComparer.Unlimited, out var ofRule) && PythonType.IsTrue(ofRule) ? ofRule : missing;
    }
}
