using System.Globalization;

namespace ElastAlert.Configuration;

/// <summary>Writes a value into a message: short, with its kind where that is the trouble, and never a secret.</summary>
internal static class ValueText
{
    private const int Longest = 60;

    private static readonly string[] SecretWords =
    [
        "password", "passwd", "_pass", "secret", "token", "apikey", "api_key", "app_key", "access_key", "service_key", "routing_key",
        "integration_key", "opsgenie_key", "bearer", "webhook", "credential", "auth", "account", "headers", "url", "connection",
    ];

    public static string Of(string key, OptionValue value) => value.Value switch
    {
        null => "nothing",
        OptionMap { Count: 0 } => "an empty mapping",
        OptionMap => "a mapping",
        IReadOnlyList<OptionValue> { Count: 0 } => "an empty list",
        IReadOnlyList<OptionValue> => "a list",
        _ when IsSecret(key) => Kind(value.Kind),
        bool flag => flag ? "true" : "false",
        string text => $"the {(value.Kind == OptionKind.Date ? "date" : "text")} '{Shortened(text)}'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "a value",
    };

    private static bool IsSecret(string key) => SecretWords.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Kind(OptionKind kind) => kind switch
    {
        OptionKind.Boolean => "a truth value",
        OptionKind.WholeNumber or OptionKind.Number => "a number",
        OptionKind.Date => "a date",
        _ => "a text",
    };

    private static string Shortened(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…");
}
