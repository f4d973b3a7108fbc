using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Writes floating point numbers as a format specification says, rounding their exact binary value.</summary>
internal static class FloatFormatter
{
    private const int DefaultPrecision = 6;

    public static string Format(double number, FormatSpec spec)
    {
        if (spec.Type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n' or '%'))
            throw spec.UnknownType(number);
        if (spec.Grouping != '\0' && spec.Type == 'n')
            throw PythonException.Value($"Cannot specify '{spec.Grouping}' with 'n'.");

        var (whole, rest) = Split(Digits(Math.Abs(number), spec.Type, spec.Precision, spec.Alternate));
        var isNegative = double.IsNegative(number) && !double.IsNaN(number);
        if (spec.NoNegativeZero && IsZero(whole + rest))
            isNegative = false;
        return new NumberLayout(isNegative, "", whole, rest).Write(spec, groupSize: 3);
    }

    /// <summary>Writes a number that is not negative in the notation of a type code.</summary>
    public static string Digits(double number, char type, int? precision, bool alternate)
    {
        if (type == '%')
            return Digits(number * 100, 'f', precision, alternate) + "%";
        if (!double.IsFinite(number))
            return char.IsUpper(type) ? PythonFloat.NotFinite(number).ToUpperInvariant() : PythonFloat.NotFinite(number);
        return char.ToLowerInvariant(type) switch
        {
            'f' => Fixed(number, precision ?? DefaultPrecision, alternate),
            'e' => Exponential(PythonFloat.Exact(number), precision ?? DefaultPrecision, type, alternate),
            '\0' => WithoutType(number, precision, alternate),
            _ => General(number, Math.Max(precision ?? DefaultPrecision, 1), char.IsUpper(type) ? 'E' : 'e', alternate, minimumFraction: 0),
        };
    }

    private static string Fixed(double number, int precision, bool alternate)
    {
        var text = PythonFloat.Exact(number).RoundToFraction(precision).Positional(precision);
        return alternate && precision == 0 ? text + "." : text;
    }

    private static string Exponential(DecimalDigits exact, int precision, char letter, bool alternate)
    {
        var text = exact.RoundToLength(precision + 1L).Exponential(letter, precision);
        return alternate && precision == 0 ? text.Insert(1, ".") : text;
    }

    private static string WithoutType(double number, int? precision, bool alternate)
    {
        if (precision is null)
        {
            var text = PythonText.OfDouble(number);
            return alternate && !text.Contains('.', StringComparison.Ordinal) ? text.Replace("e", ".e", StringComparison.Ordinal) : text;
        }

        return General(number, Math.Max(precision.Value, 1), 'e', alternate, minimumFraction: 1);
    }

    /// <summary>Chooses between the notations; a demanded fraction leaves one digit less to the whole part.</summary>
    private static string General(double number, int precision, char letter, bool alternate, int minimumFraction)
    {
        var digits = PythonFloat.Exact(number).RoundToLength(precision);
        if (digits.Point <= -4 || digits.Point > precision - minimumFraction)
            return alternate ? Exponential(digits, precision - 1, letter, alternate) : digits.Exponential(letter);
        if (!alternate)
            return digits.Positional(minimumFraction);
        var text = digits.Positional(precision - digits.Point);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".";
    }

    private static (string Whole, string Remainder) Split(string text)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return (text[..end], text[end..]);
    }

    private static bool IsZero(string text)
    {
        var exponent = text.AsSpan().IndexOfAny('e', 'E');
        return text.AsSpan(0, exponent < 0 ? text.Length : exponent).IndexOfAnyInRange('1', '9') < 0
            && text.Contains('0', StringComparison.Ordinal);
    }
}
