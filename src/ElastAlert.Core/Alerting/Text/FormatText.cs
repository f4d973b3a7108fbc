using System.Text.Json;
using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text;

/// <summary>Is a text with placeholders in braces, as options of alerters have it: <c>{0}</c>, <c>{host}</c>, <c>{user[name]}</c>, <c>{0:.2f}</c>.</summary>
/// <remarks>Cut once and filled often. Values are data: what stands in them is never taken for a placeholder.</remarks>
public sealed class FormatText
{
    private readonly BraceTemplate _template;

    private FormatText(BraceTemplate template) => _template = template;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text; <c>{{</c> and <c>}}</c> stand for single braces.</param>
    /// <exception cref="FormatException">A brace has no partner, or a placeholder cannot be read.</exception>
    public static FormatText Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return new FormatText(BraceTemplate.Parse(text));
        }
        catch (PythonException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <summary>Fills the placeholders by place.</summary>
    /// <param name="values">The values; of an undefined one, nothing is left but <c>None</c>.</param>
    /// <exception cref="AlertDeliveryException">A placeholder has no value, or one that it cannot show.</exception>
    public string Format(IReadOnlyList<JsonElement> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Format(FormatArguments.Of([.. values.Select(Read)]));
    }

    /// <summary>Fills the placeholders by name.</summary>
    /// <param name="values">The values by their names.</param>
    /// <exception cref="AlertDeliveryException">A placeholder has no value, or one that it cannot show.</exception>
    public string Format(IEnumerable<KeyValuePair<string, JsonElement>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Format(FormatArguments.Of(values.ToDictionary(static value => value.Key, static value => Read(value.Value), StringComparer.Ordinal)));
    }

    private string Format(FormatArguments arguments)
    {
        try
        {
            return _template.Render(arguments);
        }
        catch (PythonException exception)
        {
            throw new AlertDeliveryException($"A text cannot be formatted: {exception.Message}", isTransient: false, innerException: exception);
        }
    }

    private static object? Read(JsonElement value) => PythonValue.FromJson(value, PythonComparer.Unlimited);
}
