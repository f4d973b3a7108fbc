using System.Globalization;

namespace ElastAlert.Embedded.Numbers;

/// <summary>Writes floating numbers as the server's platform does: always with a point, with an exponent from 10^7 on.</summary>
internal static class JavaNumber
{
    public static string Format(double value) => Layout(value, value.ToString("R", CultureInfo.InvariantCulture));

    public static string Format(float value) => Layout(value, value.ToString("R", CultureInfo.InvariantCulture));

    private static string Layout(double value, string shortest)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        var magnitude = Math.Abs(value);
        if (magnitude != 0 && magnitude is < 1e-3 or >= 1e7)
            return Scientific(shortest, value < 0);
        return shortest.Contains('.', StringComparison.Ordinal) ? shortest : shortest + ".0";
    }

    private static string Scientific(string shortest, bool isNegative)
    {
        var parts = shortest.TrimStart('-').Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var allDigits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var leadingZeros = allDigits.Length - allDigits.TrimStart('0').Length;
        var exponent = (point < 0 ? allDigits.Length : point) - 1 - leadingZeros;
        if (parts.Length > 1)
            exponent += int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = allDigits.Trim('0');
        var rest = digits.Length > 1 ? digits[1..] : "0";
        return string.Create(CultureInfo.InvariantCulture, $"{(isNegative ? "-" : "")}{digits[0]}.{rest}E{exponent}");
    }
}
