using System.Runtime.InteropServices;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is the value of an entry of a window: a whole number, a fraction, or nothing.</summary>
internal readonly record struct Amount : IAmountEntry<Amount>
{
    // With one point among them, these are at most 15 digits, less than 2^53.
    private const int MaxShortLength = 16;

    /// <summary>Creates an amount of its kind and its bits.</summary>
    public Amount(AmountKind kind, long bits)
    {
        Kind = kind;
        Bits = bits;
    }

    /// <inheritdoc/>
    static int IQueueItem<Amount>.BlockSize => 512;

    /// <summary>Gets the value that stands for nothing.</summary>
    public static Amount None => default;

    /// <summary>Gets what kind of value it is.</summary>
    public AmountKind Kind { get; }

    /// <summary>Gets the whole number, or the bits of the fraction.</summary>
    public long Bits { get; }

    /// <summary>Gets whether it is a number.</summary>
    public bool IsNumber => Kind is AmountKind.Whole or AmountKind.Fraction;

    /// <summary>Gets whether it is nothing or zero.</summary>
    public bool IsNothing => !IsNumber || ToDouble() == 0;

    /// <inheritdoc/>
    Amount IAmountEntry<Amount>.Amount => this;

    /// <summary>Makes a whole number.</summary>
    public static Amount Of(long value) => new(AmountKind.Whole, value);

    /// <summary>Makes a number.</summary>
    public static Amount Of(double value) => new(AmountKind.Fraction, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Reads an amount.</summary>
    public static Amount Read(StateReader reader)
    {
        var kind = (AmountKind)reader.Number();
        return new Amount(kind, kind == AmountKind.Fraction ? reader.Bits() : kind == AmountKind.Whole ? reader.Signed() : 0);
    }

    /// <inheritdoc/>
    static Amount IQueueItem<Amount>.Read(StateReader reader, long time) => Read(reader);

    /// <summary>Makes an amount of a JSON number; anything else is nothing.</summary>
    public static Amount Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            return None;
        if (TryReadShort(JsonMarshal.GetRawUtf8Value(value), out var amount))
            return amount;
        var number = value.GetDouble();
        return double.IsInteger(number) && value.TryGetInt64(out var whole) ? Of(whole) : Of(number);
    }

    /// <summary>Writes the amount.</summary>
    public void Write(StateWriter writer)
    {
        writer.Number((long)Kind);
        if (Kind == AmountKind.Whole)
            writer.Signed(Bits);
        else if (Kind == AmountKind.Fraction)
            writer.Bits(Bits);
    }

    /// <inheritdoc/>
    void IQueueItem<Amount>.Write(StateWriter writer, long time) => Write(writer);

    /// <summary>Returns the number, 0 for what is none.</summary>
    public double ToDouble() => Kind switch
    {
        AmountKind.Whole => Bits,
        AmountKind.Fraction => BitConverter.Int64BitsToDouble(Bits),
        _ => 0,
    };

    /// <summary>Returns the number as JSON: whole numbers without a fraction.</summary>
    public JsonElement ToJson() => Kind switch
    {
        AmountKind.Whole => JsonValue.Of(Bits),
        AmountKind.Fraction => JsonValue.Of(ToDouble()),
        _ => JsonValue.Null,
    };

    // The digits of a short number as a whole one and the power of ten to divide it by are exact, so the quotient is rounded once, as it should be.
    private static bool TryReadShort(ReadOnlySpan<byte> text, out Amount amount)
    {
        amount = None;
        if (text.Length > MaxShortLength)
            return false;
        var digits = 0L;
        var divisor = 0L;
        foreach (var character in text)
        {
            if (character == '.')
            {
                divisor = 1;
                continue;
            }

            if (!char.IsAsciiDigit((char)character))
                return false;
            digits = digits * 10 + (character - '0');
            divisor *= 10;
        }

        amount = divisor == 0 ? Of(digits) : Of((double)digits / divisor);
        return true;
    }
}
