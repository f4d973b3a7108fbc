using System.Globalization;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Is a positive decimal number: <c>0.DIGITS × 10^Point</c>, without zeros at the end.</summary>
/// <param name="Digits">The significant digits; empty for zero.</param>
/// <param name="Point">How many digits stand before the decimal point; negative for zeros after it.</param>
internal readonly record struct DecimalDigits(string Digits, int Point)
{
    public static DecimalDigits Zero { get; } = new("", 1);

    /// <summary>Rounds to a number of digits after the decimal point, exact halves to the even digit.</summary>
    public DecimalDigits RoundToFraction(int fraction) => RoundToLength((long)Point + fraction);

    /// <summary>Rounds to a number of significant digits, exact halves to the even digit.</summary>
    public DecimalDigits RoundToLength(long length)
    {
        if (length >= Digits.Length)
            return this;
        if (length < 0)
            return Zero;
        var kept = (int)length;
        var next = Digits[kept];
        var isEvenAtHalf = next == '5' && kept + 1 == Digits.Length && (kept == 0 || (Digits[kept - 1] - '0') % 2 == 0);
        return next > '5' || (next == '5' && !isEvenAtHalf) ? RoundedUp(kept) : Trimmed(Digits[..kept], Point);
    }

    /// <summary>Writes the number without an exponent, with at least so many digits after the point.</summary>
    public string Positional(int minimumFraction)
    {
        if (Digits.Length == 0)
            return WithFraction("0", "", minimumFraction);
        if (Point <= 0)
            return WithFraction("0", new string('0', -Point) + Digits, minimumFraction);
        return Digits.Length <= Point
            ? WithFraction(Digits.PadRight(Point, '0'), "", minimumFraction)
            : WithFraction(Digits[..Point], Digits[Point..], minimumFraction);
    }

    /// <summary>Writes the number with one digit before the point and an exponent of at least two digits.</summary>
    public string Exponential(char letter, int minimumFraction = 0)
    {
        var mantissa = Digits.Length == 0 ? WithFraction("0", "", minimumFraction) : WithFraction(Digits[..1], Digits[1..], minimumFraction);
        var exponent = Digits.Length == 0 ? 0 : Point - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}{letter}{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    private DecimalDigits RoundedUp(int kept)
    {
        var digits = Digits[..kept].ToCharArray();
        for (var index = kept - 1; index >= 0; index--)
        {
            if (digits[index] != '9')
            {
                digits[index]++;
                return Trimmed(new string(digits, 0, index + 1), Point);
            }
        }

        return new DecimalDigits("1", Point + 1);
    }

    private static DecimalDigits Trimmed(string digits, int point) => digits.TrimEnd('0') is { Length: > 0 } trimmed ? new(trimmed, point) : Zero;

    private static string WithFraction(string whole, string fraction, int minimumFraction)
    {
        fraction = fraction.PadRight(minimumFraction, '0');
        return fraction.Length == 0 ? whole : $"{whole}.{fraction}";
    }
}
