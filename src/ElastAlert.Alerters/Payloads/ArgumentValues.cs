using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Finds the values of <c>*_args</c> options: fields of the first match, then options of the rule, then a text for nothing.</summary>
internal static class ArgumentValues
{
    /// <summary>The text for nothing where no option says otherwise.</summary>
    public const string MissingText = "<MISSING VALUE>";

    /// <summary>Returns the values of arguments, in order.</summary>
    /// <param name="names">The paths of fields or names of options.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="options">The options of the entry.</param>
    /// <param name="missingText">The text for nothing.</param>
    public static IReadOnlyList<JsonElement> Of(IReadOnlyList<string> names, Alert alert, OptionMap options, string missingText) =>
        [.. names.Select(name => Find(name, alert, options) ?? JsonValue.Of(missingText))];

    private static JsonElement? Find(string name, Alert alert, OptionMap options)
    {
        var field = alert.Matches[0].Fields.Find(name);
        if (!field.IsMissing)
            return field.Element;
        return options.TryGetValue(name, out var option) && !option.IsFalsy ? option.ToJson() : null;
    }
}
