using System.Numerics;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Writes a value as a format specification says: Python's <c>format(value, spec)</c> where there is one.</summary>
internal static class ValueFormatter
{
    public static string Format(object? value, FormatSpec spec) => value switch
    {
        string text => FormatText(text, spec),
        PythonObject { Text: { } text } => FormatText(text, spec),
        double number => FloatFormatter.Format(number, spec),
        _ when PythonInteger.TryGet(value, out var integer) => IntegerFormatter.Format(integer, value, spec),
        _ => throw PythonException.Type($"unsupported format string passed to {PythonType.NameOf(value)}.__format__"),
    };

    private static string FormatText(string text, FormatSpec spec)
    {
        if (spec.Type is not ('s' or '\0'))
            throw spec.UnknownType(text);
        if (spec.Sign != '\0')
            throw PythonException.Value("Sign not allowed in string format specifier");
        if (spec.NoNegativeZero)
            throw PythonException.Value("Negative zero coercion (z) not allowed in string format specifier");
        if (spec.Alternate)
            throw PythonException.Value("Alternate form (#) not allowed in string format specifier");
        if (spec.Align == '=')
            throw PythonException.Value("'=' alignment not allowed in string format specifier");
        if (spec.Grouping != '\0')
            throw PythonException.Value($"Cannot specify '{spec.Grouping}' with 's'.");
        return spec.Pad(spec.Precision is { } precision ? CodePoints.Truncate(text, precision) : text, '<');
    }
}
