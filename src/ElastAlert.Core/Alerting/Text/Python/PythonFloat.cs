using System.Globalization;
using System.Numerics;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Takes floating point numbers apart.</summary>
internal static class PythonFloat
{
    private const int SignificandBits = 52;
    private const int ExponentBias = 1075;

    /// <summary>Returns what is written for infinity and for what is no number, with its sign.</summary>
    public static string NotFinite(double number) => double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";

    /// <summary>Returns all digits of the binary value of a number, however many.</summary>
    public static DecimalDigits Exact(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var exponent = (int)((bits >> SignificandBits) & 0x7FF);
        var significand = bits & ((1L << SignificandBits) - 1);
        if (exponent == 0)
            exponent = 1;
        else
            significand |= 1L << SignificandBits;
        if (significand == 0)
            return DecimalDigits.Zero;

        // significand × 2^shift; below one, 2^-n is 5^n / 10^n.
        var shift = exponent - ExponentBias;
        var integer = shift >= 0 ? new BigInteger(significand) << shift : significand * BigInteger.Pow(5, -shift);
        var digits = integer.ToString(CultureInfo.InvariantCulture);
        return new DecimalDigits(digits.TrimEnd('0'), digits.Length + Math.Min(shift, 0));
    }
}
