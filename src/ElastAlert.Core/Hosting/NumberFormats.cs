using System.Globalization;
using System.Numerics;
using System.Text.Json;
using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.RuleTypes;

namespace ElastAlert.Hosting;

/// <summary>Reads patterns for numbers for the rule types, which know nothing of texts: Python's notations (rule-types.md 1.5).</summary>
internal static class NumberFormats
{
    /// <summary>Reads a pattern: in braces, or with a percent sign.</summary>
    /// <exception cref="FormatException">The pattern cannot write numbers.</exception>
    public static NumberFormatter Read(string pattern)
    {
        var render = IsPercentStyle(pattern) ? Percent(pattern) : Brace(pattern);
        return value => Guard(() => render(Number(value)));
    }

    // A brace after other text also counts (AGG-7), unless the pattern is a valid one with a percent sign.
    private static bool IsPercentStyle(string pattern)
    {
        if (!pattern.Contains('{', StringComparison.Ordinal))
            return true;
        if (pattern[0] == '{')
            return false;
        try
        {
            PercentTemplate.Parse(pattern).Render(1.5);
            return true;
        }
        catch (PythonException)
        {
            return false;
        }
    }

    private static Func<object?, string> Percent(string pattern)
    {
        var template = Guard(() => PercentTemplate.Parse(pattern));
        return value => template.Render(value);
    }

    private static Func<object?, string> Brace(string pattern)
    {
        var template = Guard(() => BraceTemplate.Parse(pattern));
        return value => template.Render(FormatArguments.Of([value]));
    }

    private static object? Number(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (value.TryGetInt64(out var whole))
            return whole;
        var text = value.GetRawText();
        return text.AsSpan().ContainsAny('.', 'e', 'E') ? value.GetDouble() : BigInteger.Parse(text, CultureInfo.InvariantCulture);
    }

    private static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (PythonException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }
}
