using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Reads numbers out of texts as Python's <c>int</c> and <c>float</c> do.</summary>
internal static class NumberText
{
    private const int MaxDigits = 4300;
    private static readonly SearchValues<char> FloatCharacters = SearchValues.Create("0123456789+-.eE_");

    /// <summary>Reads a whole number; base 0 and the bases 2, 8 and 16 allow the prefixes of source code.</summary>
    public static bool TryParseInteger(string text, int numberBase, out BigInteger value)
    {
        value = default;
        var digits = Trimmed(text);
        var isNegative = digits.StartsWith('-');
        if (isNegative || digits.StartsWith('+'))
            digits = digits[1..];
        if (!TryTakePrefix(ref digits, ref numberBase) || !HasDigitsBetweenUnderscores(digits))
            return false;
        digits = digits.Replace("_", "", StringComparison.Ordinal);
        if (digits.Length > MaxDigits)
            return false;
        foreach (var digit in digits)
        {
            var digitValue = DigitValue(digit);
            if (digitValue < 0 || digitValue >= numberBase)
                return false;
            value = (value * numberBase) + digitValue;
        }

        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>Reads a floating point number.</summary>
    public static bool TryParseFloat(string text, out double value)
    {
        var trimmed = Trimmed(text);
        var unsigned = trimmed.TrimStart('+', '-').ToLowerInvariant();
        value = unsigned switch
        {
            "inf" or "infinity" => double.PositiveInfinity,
            "nan" => double.NaN,
            _ => 0,
        };
        if (value != 0 && trimmed.Length - unsigned.Length <= 1)
        {
            value = trimmed.StartsWith('-') ? -value : value;
            return true;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return HasUnderscoresBetweenDigits(trimmed)
            && !trimmed.AsSpan().ContainsAnyExcept(FloatCharacters)
            && double.TryParse(trimmed.Replace("_", "", StringComparison.Ordinal), Style, CultureInfo.InvariantCulture, out value);
    }

    private static string Trimmed(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && PythonChars.IsSpace(text[start]))
            start++;
        while (end > start && PythonChars.IsSpace(text[end - 1]))
            end--;
        return AsciiDigits(text[start..end]);
    }

    /// <summary>Writes the decimal digits of all scripts in ASCII.</summary>
    private static string AsciiDigits(string text) => Ascii.IsValid(text) ? text : string.Concat(CodePoints.Split(text).Select(
        letter => CharUnicodeInfo.GetDecimalDigitValue(letter, 0) is var digit and >= 0 ? digit.ToString(CultureInfo.InvariantCulture) : letter));

    private static bool TryTakePrefix(ref string digits, ref int numberBase)
    {
        var prefixBase = digits is ['0', _, ..] ? char.ToLowerInvariant(digits[1]) switch
        {
            'x' => 16,
            'o' => 8,
            'b' => 2,
            _ => 0,
        } : 0;
        if (numberBase is not (0 or (>= 2 and <= 36)))
            return false;
        if (prefixBase != 0 && (numberBase == 0 || numberBase == prefixBase))
        {
            digits = digits[2..];
            if (digits.StartsWith('_'))
                digits = digits[1..];
            numberBase = prefixBase;
        }
        else if (numberBase == 0)
        {
            // Without a prefix a number of source code has no zeros in front.
            numberBase = 10;
            return !digits.StartsWith('0') || digits.AsSpan().IndexOfAnyExcept("0_") < 0;
        }

        return true;
    }

    private static bool HasDigitsBetweenUnderscores(string digits) =>
        digits.Length > 0 && !digits.StartsWith('_') && !digits.EndsWith('_') && !digits.Contains("__", StringComparison.Ordinal);

    private static bool HasUnderscoresBetweenDigits(string text)
    {
        for (var index = text.IndexOf('_', StringComparison.Ordinal); index >= 0; index = text.IndexOf('_', index + 1))
        {
            if (index == 0 || index == text.Length - 1 || !char.IsAsciiDigit(text[index - 1]) || !char.IsAsciiDigit(text[index + 1]))
                return false;
        }

        return true;
    }

    private static int DigitValue(char digit) => char.IsAsciiLetter(digit)
        ? char.ToLowerInvariant(digit) - 'a' + 10
        : char.IsAsciiDigit(digit) ? digit - '0' : -1;
}
