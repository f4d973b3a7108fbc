using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace ElastAlert.Values;

/// <summary>
/// Is a value as a key: nothing, a text, or a number. Numbers are equal by value and truth values are 1 and 0, as in Python
/// (rule-types.md 1.3, KEY-1). The first spelling of a key is kept beside it by whoever shows it.
/// </summary>
public readonly record struct FieldKey
{
    private readonly object? _value;

    private FieldKey(object value) => _value = value;

    /// <summary>Gets whether the key is that of documents without the field.</summary>
    public bool IsNull => _value is null;

    /// <summary>Returns the key of a text.</summary>
    /// <param name="value">The text.</param>
    public static FieldKey Of(string value) => new(value);

    /// <summary>Returns the key of a whole number.</summary>
    /// <param name="value">The number.</param>
    public static FieldKey Of(long value) => new(value);

    /// <summary>Returns the key of a number; one without a fraction equals the whole number.</summary>
    /// <param name="value">The number.</param>
    public static FieldKey Of(double value)
    {
        if (double.IsInteger(value))
            return OfBigInteger(new BigInteger(value));
        return new FieldKey(value);
    }

    /// <summary>Returns the key of a whole number of any size.</summary>
    /// <param name="value">The number.</param>
    public static FieldKey OfBigInteger(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Of((long)value) : new FieldKey(value);

    /// <summary>Returns whether the key is a text, and that one.</summary>
    internal bool IsText(ReadOnlySpan<char> text) => _value is string own && text.SequenceEqual(own);

    /// <summary>Returns whether the key is a text of ASCII characters, and that one.</summary>
    internal bool IsAscii(ReadOnlySpan<byte> text) => _value is string own && Ascii.Equals(text, own);

    /// <summary>Returns a hash that a text shares with its characters.</summary>
    public override int GetHashCode() => _value is string text ? string.GetHashCode(text.AsSpan()) : _value?.GetHashCode() ?? 0;

    /// <summary>Returns the key as a value in its plainest spelling: truth values as 1 and 0, whole numbers without a fraction.</summary>
    public FieldValue ToValue() => _value switch
    {
        null => new FieldValue(JsonValue.Null),
        string text => new FieldValue(JsonValue.Of(text)),
        long number => new FieldValue(JsonValue.Of(number)),
        double number => new FieldValue(JsonValue.Of(number)),
        var number => new FieldValue(JsonElement.Parse(((BigInteger)number).ToString(CultureInfo.InvariantCulture))),
    };

    /// <summary>Returns the key as text that distinguishes kinds: <c>t:</c>, <c>n:</c> or <c>0</c> and the value; the inverse of <see cref="Parse"/>.</summary>
    public override string ToString() => _value switch
    {
        null => "0",
        string text => "t:" + text,
        double number => "n:" + number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => "n:" + number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Returns the key that <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    public static FieldKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "0")
            return default;
        var value = text[2..];
        if (text[0] == 't')
            return Of(value);
        return BigInteger.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
            ? OfBigInteger(integer)
            : Of(double.Parse(value, CultureInfo.InvariantCulture));
    }
}
