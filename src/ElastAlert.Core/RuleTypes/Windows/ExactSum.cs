using System.Numerics;
using System.Runtime.CompilerServices;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Sums numbers without rounding, so that what is added and taken away again leaves nothing behind, in whatever order. The result is
/// rounded once, when it is read. It is a field of what owns it, never copied.
/// </summary>
internal struct ExactSum
{
    // Numbers of usual size fit a fixed point; the others, whose last bit is lower or whose size is greater, go to the rest, exactly as well.
    private const int WholeBits = 54;
    private const int FixedBits = 72;
    private const int RestBits = 1074;
    private const int MantissaBits = 53;
    private const long WholeLimit = 1L << WholeBits;

    private Int128 _fixed;
    private StrongBox<BigInteger>? _rest;

    /// <summary>Gets how many numbers the sum is of.</summary>
    public int Count { get; private set; }

    /// <summary>Gets or sets whether the sum is a fraction: since the first one that is not zero was added, even when none is left in it.</summary>
    public bool IsFraction { get; set; }

    /// <summary>Gets the sum: a whole number unless it became a fraction.</summary>
    public readonly Amount Value
    {
        get
        {
            if (IsFraction)
                return Amount.Of(ToDouble());
            if (_rest is null)
                return Amount.Of(Wholes);
            var wholes = Exact() >> RestBits;
            return wholes >= long.MinValue && wholes <= long.MaxValue ? Amount.Of((long)wholes) : Amount.Of(ToDouble());
        }
    }

    /// <summary>Gets the sum divided by the count, or nothing where nothing was added.</summary>
    public readonly Amount Mean => Count == 0 ? Amount.None : Amount.Of(ToDouble() / Count);

    /// <summary>Gets whether the sum is zero.</summary>
    public readonly bool IsZero => _rest is null ? _fixed == 0 : Exact().IsZero;

    private readonly long Wholes => (long)(_fixed >> FixedBits);

    /// <summary>Adds a number; what is none changes nothing.</summary>
    public void Add(Amount amount) => Change(amount, 1);

    /// <summary>Takes a number away that was added.</summary>
    public void Subtract(Amount amount) => Change(amount, -1);

    private void Change(Amount amount, int sign)
    {
        if (!amount.IsNumber)
            return;
        Count += sign;
        if (amount.Kind == AmountKind.Fraction)
            ChangeFraction(amount.Bits, sign);
        else if (amount.Bits is < WholeLimit and > -WholeLimit)
            ChangeFixed((Int128)(sign * amount.Bits) << FixedBits);
        else
            ChangeRest(sign * (BigInteger)amount.Bits << RestBits);
    }

    private void ChangeFraction(long bits, int sign)
    {
        IsFraction |= (bits & long.MaxValue) != 0;
        var exponent = (int)(bits >> 52) & 0x7ff;
        var mantissa = bits & 0xf_ffff_ffff_ffff;
        if (exponent == 0)
            exponent = 1;
        else
            mantissa |= 0x10_0000_0000_0000;
        if (bits < 0 != sign < 0)
            mantissa = -mantissa;
        var shift = exponent - 1 - (RestBits - FixedBits);
        if (shift is >= 0 and <= WholeBits + FixedBits - MantissaBits)
            ChangeFixed((Int128)mantissa << shift);
        else
            ChangeRest((BigInteger)mantissa << (exponent - 1));
    }

    // Each change is below half of what there is room for, so making room when half of it is taken is enough.
    private void ChangeFixed(Int128 change)
    {
        if (Wholes is >= WholeLimit or < -WholeLimit)
        {
            ChangeRest((BigInteger)_fixed << (RestBits - FixedBits));
            _fixed = 0;
        }

        _fixed += change;
    }

    private void ChangeRest(BigInteger change)
    {
        _rest ??= new StrongBox<BigInteger>();
        _rest.Value += change;
        if (_rest.Value.IsZero)
            _rest = null;
    }

    private readonly BigInteger Exact() => _rest!.Value + ((BigInteger)_fixed << (RestBits - FixedBits));

    private readonly double ToDouble() => _rest is null ? Rounded(_fixed) : Rounded(Exact());

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

    private static double Rounded(BigInteger sum)
    {
        var size = BigInteger.Abs(sum);
        var excess = Math.Max(0, (int)size.GetBitLength() - 64);
        var leading = (ulong)(size >> excess);
        if ((BigInteger)leading << excess != size)
            leading |= 1;
        var value = Math.ScaleB(leading, excess - RestBits);
        return sum.Sign < 0 ? -value : value;
    }
}
