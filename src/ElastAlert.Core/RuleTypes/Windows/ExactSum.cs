using System.Numerics;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Sums numbers without rounding, so that what is added and taken away again leaves nothing behind, in whatever order. The result is
/// rounded once, when it is read.
/// </summary>
internal struct ExactSum
{
    // Fractions of usual size fit a fixed point; the others, whose last bit is lower or whose size is greater, go to the exact rest.
    private const int FixedBits = 64;
    private const int RestBits = 1074;
    private const double FixedLimit = 1L << 40;

    private Int128 _wholes;
    private Int128 _fixed;
    private BigInteger _rest;
    private int _fractionCount;
    private int _restCount;

    /// <summary>Gets the sum: a whole number unless a fraction is in it.</summary>
    public readonly Amount Value
    {
        get
        {
            if (_fractionCount > 0)
                return Amount.Of(ToDouble());
            return _wholes >= long.MinValue && _wholes <= long.MaxValue ? Amount.Of((long)_wholes) : Amount.Of((double)_wholes);
        }
    }

    /// <summary>Gets whether the sum is zero.</summary>
    public readonly bool IsZero => _fractionCount == 0 ? _wholes == 0 : ToDouble() == 0;

    /// <summary>Adds a number; what is none changes nothing.</summary>
    public void Add(Amount amount) => Change(amount, 1);

    /// <summary>Takes a number away that was added.</summary>
    public void Subtract(Amount amount) => Change(amount, -1);

    /// <summary>Returns the sum divided by a count.</summary>
    public readonly double DividedBy(int count) => (_fractionCount > 0 ? ToDouble() : (double)_wholes) / count;

    private void Change(Amount amount, int sign)
    {
        if (amount.Kind == AmountKind.Whole)
            _wholes += sign < 0 ? -(Int128)amount.Bits : amount.Bits;
        else if (amount.Kind == AmountKind.Fraction)
            Change(amount.ToDouble(), sign);
    }

    private void Change(double value, int sign)
    {
        _fractionCount += sign;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) & 0x7ff;
        var mantissa = bits & 0xf_ffff_ffff_ffff;
        if (exponent == 0)
            exponent = 1;
        else
            mantissa |= 0x10_0000_0000_0000;
        if (bits < 0 != sign < 0)
            mantissa = -mantissa;
        var shift = exponent - 1 - (RestBits - FixedBits);
        if (shift >= 0 && Math.Abs(value) < FixedLimit)
        {
            _fixed += (Int128)mantissa << shift;
            return;
        }

        _restCount += sign;
        _rest += new BigInteger(mantissa) << (exponent - 1);
    }

    private readonly double ToDouble()
    {
        if (_restCount == 0 && _wholes == 0)
            return Rounded(_fixed);
        if (_restCount > 0 || Int128.Abs(_wholes) > (Int128)1 << 62)
            return Rounded(_rest + ((BigInteger)_wholes << RestBits) + ((BigInteger)_fixed << (RestBits - FixedBits)), RestBits);
        return Rounded(_fixed + (_wholes << FixedBits));
    }

    // The 64 leading bits, the last of which says whether anything follows, round as the whole number would.
    private static double Rounded(Int128 sum)
    {
        var size = (UInt128)Int128.Abs(sum);
        var excess = Math.Max(0, 64 - (int)UInt128.LeadingZeroCount(size));
        var leading = (ulong)(size >> excess);
        if ((UInt128)leading << excess != size)
            leading |= 1;
        var value = leading * PowerOfTwo(excess - FixedBits);
        return sum < 0 ? -value : value;
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    private static double Rounded(BigInteger sum, int bits)
    {
        var size = BigInteger.Abs(sum);
        var excess = Math.Max(0, (int)size.GetBitLength() - 64);
        var leading = (ulong)(size >> excess);
        if ((BigInteger)leading << excess != size)
            leading |= 1;
        var value = Math.ScaleB(leading, excess - bits);
        return sum.Sign < 0 ? -value : value;
    }
}
