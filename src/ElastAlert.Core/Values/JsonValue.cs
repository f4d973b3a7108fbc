using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ElastAlert.Values;

/// <summary>Makes JSON values of plain ones.</summary>
public static class JsonValue
{
    private const int ShortLength = 64;

    // What is written as it is, whatever the encoder; moments, for example.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -_:.,/");

    /// <summary>Gets the JSON value <c>null</c>.</summary>
    public static JsonElement Null { get; } = JsonElement.Parse("null");

    /// <summary>Gets the JSON value <c>true</c>.</summary>
    public static JsonElement True { get; } = JsonElement.Parse("true");

    /// <summary>Gets the JSON value <c>false</c>.</summary>
    public static JsonElement False { get; } = JsonElement.Parse("false");

    /// <summary>Returns a text as JSON, or <see cref="Null"/>.</summary>
    /// <param name="value">The text.</param>
    public static JsonElement Of(string? value)
    {
        if (value is null)
            return Null;
        return value.Length <= ShortLength && !value.AsSpan().ContainsAnyExcept(Plain)
            ? OfPlain(value)
            : Write(value, static (writer, text) => writer.WriteStringValue(text));
    }

    /// <summary>Returns a whole number as JSON.</summary>
    /// <param name="value">The number.</param>
    public static JsonElement Of(long value) => Write(value, static (writer, number) => writer.WriteNumberValue(number));

    /// <summary>Returns a truth value as JSON.</summary>
    /// <param name="value">The value.</param>
    public static JsonElement Of(bool value) => value ? True : False;

    /// <summary>Returns a number as JSON, always with a fraction or an exponent, so that it reads back as a fraction.</summary>
    /// <param name="value">The number; infinities and not-a-number become <see cref="Null"/>.</param>
    public static JsonElement Of(double value) =>
        double.IsFinite(value) ? Write(value, static (writer, number) => writer.WriteRawValue(PythonText.OfDouble(number))) : Null;

    /// <summary>Returns whatever a writer writes as one JSON value.</summary>
    /// <param name="state">What is handed to the writer.</param>
    /// <param name="write">Writes exactly one value.</param>
    /// <typeparam name="TState">The type of what is handed to the writer.</typeparam>
    public static JsonElement Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer, state);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static JsonElement OfPlain(string value)
    {
        Span<byte> json = stackalloc byte[ShortLength + 2];
        json[0] = (byte)'"';
        var end = 1 + Encoding.ASCII.GetBytes(value, json[1..]);
        json[end++] = (byte)'"';
        return JsonElement.Parse(json[..end]);
    }
}
