using System.Globalization;
using System.Numerics;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Handles whole numbers of any size: <see cref="long"/> where it suffices, else <see cref="BigInteger"/>.</summary>
internal static class PythonInteger
{
    private const int MaxDigits = 4300;
    private const int MaxDoubleBits = 1024;
    private const int QuotientBits = 66;
    private static readonly BigInteger FirstTooLong = BigInteger.Pow(10, MaxDigits);

    /// <summary>Returns a number in its smallest representation.</summary>
    public static object Normalize(BigInteger value) => value >= long.MinValue && value <= long.MaxValue ? (object)(long)value : value;

    /// <summary>Returns whether a value is a whole number; a truth value is one too.</summary>
    public static bool TryGet(object? value, out BigInteger integer)
    {
        (var isInteger, integer) = value switch
        {
            long number => (true, number),
            BigInteger number => (true, number),
            bool boolean => (true, boolean ? 1 : 0),
            _ => (false, default(BigInteger)),
        };
        return isInteger;
    }

    /// <summary>Returns the nearest floating point number, or throws when there is none.</summary>
    /// <remarks>.NET's conversion cuts what does not fit; its parser rounds to nearest as Python does.</remarks>
    public static double ToDouble(BigInteger integer)
    {
        if (integer >= long.MinValue && integer <= long.MaxValue)
            return (long)integer;
        var number = integer.GetBitLength() > MaxDoubleBits
            ? double.PositiveInfinity
            : double.Parse(integer.ToString(CultureInfo.InvariantCulture), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw PythonException.Overflow("int too large to convert to float");
    }

    /// <summary>Divides exactly and rounds once, to the nearest floating point number.</summary>
    public static double Divide(BigInteger dividend, BigInteger divisor)
    {
        // So many bits of the quotient that rounding sees what is cut: the lowest bit stands for any remainder.
        var shift = (int)Math.Max(0, QuotientBits - (dividend.GetBitLength() - divisor.GetBitLength()));
        var quotient = BigInteger.DivRem(BigInteger.Abs(dividend) << shift, BigInteger.Abs(divisor), out var remainder);
        if (!remainder.IsZero)
            quotient |= 1;
        var result = Math.ScaleB(ToDouble(quotient), -shift);
        return (dividend.Sign < 0) != (divisor.Sign < 0) ? -result : result;
    }

    /// <summary>Returns the digits of a number; Python refuses to write very long ones, and so does this.</summary>
    public static string Text(object value)
    {
        if (value is long number)
            return number.ToString(CultureInfo.InvariantCulture);
        var integer = (BigInteger)value;
        if (BigInteger.Abs(integer) >= FirstTooLong)
            throw PythonException.Value($"Exceeds the limit ({MaxDigits} digits) for integer string conversion");
        return integer.ToString(CultureInfo.InvariantCulture);
    }
}
