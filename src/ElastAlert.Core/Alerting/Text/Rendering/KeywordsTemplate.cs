using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Is a text with placeholders in braces that are filled by name: <c>alert_text_kw</c>.</summary>
internal sealed class KeywordsTemplate(
    string option,
    BraceTemplate template,
    IReadOnlyList<KeyValuePair<TextField, string>> fields,
    RuleVariables rule,
    string missing) : TextTemplate
{
    public override string Render(RuleMatch match)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (field, name) in fields)
            values[name] = Value(field, match);
        try
        {
            return template.Render(FormatArguments.Of(values));
        }
        catch (PythonException exception)
        {
            throw new TextFailedException(option, exception.Message, exception);
        }
    }

    /// <summary>Unlike by place, an option of the rule stands in for a missing field even when it is empty, false or zero.</summary>
    private object? Value(TextField field, RuleMatch match)
    {
        if (field.Read(match.Fields) is { } value)
            return value;
        return rule.TryGet(field.Name, PythonComparer.Unlimited, out var ofRule) ? ofRule ?? missing : missing;
    }
}
