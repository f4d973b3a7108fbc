using System.Globalization;
using System.Text.Json;

namespace ElastAlert;

/// <summary>Is one value of a configuration or rule file, with the place it was read from. It never changes.</summary>
public sealed class OptionValue
{
    private OptionValue(OptionKind kind, object? value, SourceLocation location)
    {
        Kind = kind;
        Value = value;
        Location = location;
    }

    /// <summary>Gets the kind of the value.</summary>
    public OptionKind Kind { get; }

    /// <summary>Gets the place that the value was read from.</summary>
    public SourceLocation Location { get; }

    /// <summary>
    /// Gets the value: <see langword="null"/>, <see cref="bool"/>, <see cref="long"/> or <see cref="System.Numerics.BigInteger"/>,
    /// <see cref="double"/>, <see cref="string"/> (dates too, as written), a list of <see cref="OptionValue"/>, or an <see cref="OptionMap"/>.
    /// </summary>
    public object? Value { get; }

    /// <summary>Gets the members of a list, empty for every other kind.</summary>
    public IReadOnlyList<OptionValue> Items => Value as IReadOnlyList<OptionValue> ?? [];

    /// <summary>Gets the members of a mapping, empty for every other kind.</summary>
    public OptionMap Members => Value as OptionMap ?? OptionMap.Empty;

    /// <summary>Gets whether Python would take the value for false: null, false, zero, or empty.</summary>
    public bool IsFalsy => Value switch
    {
        null or false or 0L or 0.0 or "" => true,
        IReadOnlyList<OptionValue> list => list.Count == 0,
        OptionMap map => map.Count == 0,
        _ => false,
    };

    /// <summary>Creates an absent value.</summary>
    /// <param name="location">The place it stands at.</param>
    public static OptionValue Null(SourceLocation location = default) => new(OptionKind.Null, null, location);

    /// <summary>Creates a truth value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="location">The place it stands at.</param>
    public static OptionValue Of(bool value, SourceLocation location = default) => new(OptionKind.Boolean, value, location);

    /// <summary>Creates a whole number.</summary>
    /// <param name="value">The value.</param>
    /// <param name="location">The place it stands at.</param>
    public static OptionValue Of(long value, SourceLocation location = default) => new(OptionKind.WholeNumber, value, location);

    /// <summary>Creates a whole number of any size.</summary>
    /// <param name="value">The value.</param>
    /// <param name="location">The place it stands at.</param>
    public static OptionValue Of(System.Numerics.BigInteger value, SourceLocation location = default) =>
        value >= long.MinValue && value <= long.MaxValue ? Of((long)value, location) : new(OptionKind.WholeNumber, value, location);

    /// <summary>Creates a number with a fraction.</summary>
    /// <param name="value">The value.</param>
    /// <param name="location">The place it stands at.</param>
    public static OptionValue Of(double value, SourceLocation location = default) => new(OptionKind.Number, value, location);

    /// <summary>Creates a text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="location">The place it stands at.</param>
    public static OptionValue Of(string value, SourceLocation location = default) => new(OptionKind.Text, value, location);

    /// <summary>Creates a date, kept as it was written.</summary>
    /// <param name="value">The value.</param>
    /// <param name="location">The place it stands at.</param>
    public static OptionValue OfDate(string value, SourceLocation location = default) => new(OptionKind.Date, value, location);

    /// <summary>Creates a list.</summary>
    /// <param name="items">The members.</param>
    /// <param name="location">The place it stands at.</param>
    public static OptionValue Of(IReadOnlyList<OptionValue> items, SourceLocation location = default) => new(OptionKind.List, items, location);

    /// <summary>Creates a mapping.</summary>
    /// <param name="members">The members.</param>
    /// <param name="location">The place it stands at.</param>
    public static OptionValue Of(OptionMap members, SourceLocation location = default) => new(OptionKind.Map, members, location);

    /// <summary>Returns the value as JSON; dates become text.</summary>
    public JsonElement ToJson()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            WriteTo(writer);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    /// <summary>Writes the value as JSON; dates become text.</summary>
    /// <param name="writer">Where to write it.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (Value)
        {
            case null: writer.WriteNullValue(); break;
            case bool boolean: writer.WriteBooleanValue(boolean); break;
            case long integer: writer.WriteNumberValue(integer); break;
            case System.Numerics.BigInteger integer: writer.WriteRawValue(integer.ToString(CultureInfo.InvariantCulture)); break;
            case double number: WriteDouble(writer, number); break;
            case string text: writer.WriteStringValue(text); break;
            case OptionMap map: map.WriteTo(writer); break;
            default: WriteItems(writer); break;
        }
    }

    private static void WriteDouble(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
        {
            writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
            return;
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        writer.WriteRawValue(text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text);
    }

    private void WriteItems(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in Items)
            item.WriteTo(writer);
        writer.WriteEndArray();
    }
}
