using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is the value of an entry of a window: a whole number, a fraction, or nothing.</summary>
internal readonly record struct Amount : IAmountEntry
{
    /// <summary>Creates an amount of its kind and its bits.</summary>
    public Amount(AmountKind kind, long bits)
    {
        Kind = kind;
        Bits = bits;
    }

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
    Amount IAmountEntry.Amount => this;

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

    /// <summary>Makes an amount of a JSON number; anything else is nothing.</summary>
    public static Amount Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            return None;
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
}
