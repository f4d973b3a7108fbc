using System.Globalization;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes;

/// <summary>Rounds numbers to two decimals by their exact value, ties to even, as Python does (rule-types.md 1.5).</summary>
internal static class TwoDecimals
{
    /// <summary>Returns a number with two decimals.</summary>
    public static string Format(double value) => IsTie(value)
        ? Math.Round((decimal)value, 2, MidpointRounding.ToEven).ToString("F2", CultureInfo.InvariantCulture)
        : value.ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>Returns a number rounded, in the text form of its kind: whole numbers stay whole.</summary>
    public static string Round(JsonElement value)
    {
        var text = PythonText.Of(value);
        if (value.ValueKind != JsonValueKind.Number || !text.AsSpan().ContainsAny('.', 'e'))
            return text;
        return PythonText.OfDouble(double.Parse(Format(value.GetDouble()), CultureInfo.InvariantCulture));
    }

    // The platform rounds exact ties away from zero; only eighths can be exact ties of two decimals.
    private static bool IsTie(double value) => Math.Abs(value) < 1e12 && double.IsInteger(value * 8);
}
