using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace ElastAlert.Configuration.Yaml;

/// <summary>Gives a plain scalar its type by the rules of YAML 1.1.</summary>
internal static partial class YamlScalar
{
    /// <summary>Returns the value that a plain scalar stands for.</summary>
    /// <exception cref="FormatException">The text looks like a number or a date, but is none.</exception>
    public static OptionValue Resolve(string text, SourceLocation location)
    {
        if (IsNull(text))
            return OptionValue.Null(location);
        if (Boolean(text) is { } flag)
            return OptionValue.Of(flag, location);
        if (!LooksNumeric(text))
            return OptionValue.Of(text, location);
        if (FloatPattern().IsMatch(text))
            return OptionValue.Of(Float(text), location);
        if (WholePattern().IsMatch(text))
            return OptionValue.Of(Whole(text), location);
        return DatePattern().IsMatch(text) ? OptionValue.OfDate(Date(text), location) : OptionValue.Of(text, location);
    }

    public static bool IsNull(string text) => text is "" or "~" or "null" or "Null" or "NULL";

    public static bool? Boolean(string text) => text switch
    {
        "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => true,
        "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => false,
        _ => null,
    };

    /// <exception cref="FormatException">The text is not a whole number.</exception>
    public static BigInteger Whole(string text)
    {
        var digits = Unsigned(text.Replace("_", "", StringComparison.Ordinal), out var negative);
        var magnitude = digits switch
        {
            "0" => BigInteger.Zero,
            _ when digits.StartsWith("0b", StringComparison.Ordinal) => Digits(digits[2..], 2),
            _ when digits.StartsWith("0x", StringComparison.Ordinal) => Digits(digits[2..], 16),
            _ when digits.StartsWith('0') => Digits(digits, 8),
            _ when digits.Contains(':', StringComparison.Ordinal) => digits.Split(':').Aggregate(BigInteger.Zero, (sum, part) => sum * 60 + Digits(part, 10)),
            _ => Digits(digits, 10),
        };
        return negative ? -magnitude : magnitude;
    }

    /// <exception cref="FormatException">The text is not a number.</exception>
    public static double Float(string text)
    {
        var digits = Unsigned(text.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant(), out var negative);
        var magnitude = digits switch
        {
            ".inf" => double.PositiveInfinity,
            ".nan" => double.NaN,
            _ when digits.Contains(':', StringComparison.Ordinal) => digits.Split(':').Aggregate(0.0, (sum, part) => sum * 60 + Decimal(part)),
            _ => Decimal(digits),
        };
        return negative ? -magnitude : magnitude;
    }

    /// <exception cref="FormatException">No such day or time exists.</exception>
    public static string Date(string text)
    {
        var parts = DateParts().Match(text);
        int Part(int group) => parts.Groups[group].Success ? int.Parse(parts.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (year, month, day) = (Part(1), Part(2), Part(3));
        if (!parts.Success || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || Part(4) > 23 || Part(5) > 59 || Part(6) > 59)
            throw new FormatException($"'{text}' is not a date that exists");
        return text;
    }

    private static bool LooksNumeric(string text) => text[0] is '-' or '+' or '.' or (>= '0' and <= '9');

    private static string Unsigned(string text, out bool negative)
    {
        negative = text.StartsWith('-');
        return negative || text.StartsWith('+') ? text[1..] : text;
    }

    private static BigInteger Digits(string digits, int radix)
    {
        if (digits.Length == 0)
            throw new FormatException("a number without digits");
        if (radix == 10)
            return BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        var sum = BigInteger.Zero;
        foreach (var digit in digits)
        {
            var value = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : radix;
            sum = value < radix ? sum * radix + value : throw new FormatException($"'{digits}' is not a number of base {radix}");
        }

        return sum;
    }

    private static double Decimal(string digits) => double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
        + @"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z", RegexOptions.CultureInvariant)]
    private static partial Regex FloatPattern();

    [GeneratedRegex(
        @"^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex WholePattern();

    [GeneratedRegex(
        @"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
        + @"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2}))?", RegexOptions.CultureInvariant)]
    private static partial Regex DateParts();
}
