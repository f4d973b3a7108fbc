using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ElastAlert.Values;

/// <summary>Is what a field lookup found: a JSON value, or nothing. Absent and null are the same.</summary>
/// <param name="Element">The value, undefined when there is none.</param>
public readonly record struct FieldValue(JsonElement Element)
{
    /// <summary>Gets the value that stands for nothing.</summary>
    public static FieldValue Missing => default;

    /// <summary>Gets whether there is no value, or null.</summary>
    public bool IsMissing => Element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>Gets whether the value is missing, false, zero, or empty: what Python takes for false.</summary>
    public bool IsEmpty => Element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.String => Element.ValueEquals(""u8),
        JsonValueKind.Number => Element.TryGetInt64(out var whole) ? whole == 0 : Element.GetDouble() == 0,
        JsonValueKind.Array => Element.GetArrayLength() == 0,
        JsonValueKind.Object => Element.GetPropertyCount() == 0,
        _ => false,
    };

    /// <summary>Gets whether the value is an array or an object.</summary>
    public bool IsContainer => Element.ValueKind is JsonValueKind.Array or JsonValueKind.Object;

    /// <summary>Returns the text of the value in Python's notation; <c>None</c> for nothing.</summary>
    public string ToText() => PythonText.Of(Element);

    /// <summary>Returns the value if it is a text, else <see langword="null"/>.</summary>
    public string? AsText() => Element.ValueKind == JsonValueKind.String ? Element.GetString() : null;

    /// <summary>Returns the value as a number if it is one, or a truth value, which counts as 1 or 0.</summary>
    public double? AsNumber() => Element.ValueKind switch
    {
        JsonValueKind.Number => Element.GetDouble(),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => null,
    };

    /// <summary>Returns the key that the value makes in windows and silences (rule-types.md 1.3): containers by their text form.</summary>
    public FieldKey ToKey() => Element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => default,
        JsonValueKind.String => FieldKey.Of(Element.GetString()!),
        JsonValueKind.True => FieldKey.Of(1),
        JsonValueKind.False => FieldKey.Of(0),
        JsonValueKind.Number => NumberKey(),
        _ => FieldKey.Of(PythonText.Of(Element)),
    };

    /// <summary>Copies the characters of a text that is plain ASCII without escapes and fits, so that no string is made to look it up.</summary>
    internal bool TryCopyText(Span<char> to, out int length)
    {
        length = 0;
        return TryGetPlainText(out var text) && Ascii.ToUtf16(text, to, out length) == OperationStatus.Done;
    }

    /// <summary>Gets the bytes of a text that is written without escapes, so that no string is made to look it up.</summary>
    internal bool TryGetPlainText(out ReadOnlySpan<byte> text)
    {
        text = Element.ValueKind == JsonValueKind.String ? JsonMarshal.GetRawUtf8Value(Element)[1..^1] : "\\"u8;
        return !text.Contains((byte)'\\');
    }

    /// <summary>Returns the value with memory of its own, so that it outlives the page it came from.</summary>
    public FieldValue ToOwned() => Element.ValueKind == JsonValueKind.Undefined ? this : new(Element.Clone());

    /// <summary>Returns the text of the value.</summary>
    public override string ToString() => ToText();

    private FieldKey NumberKey()
    {
        if (Element.TryGetInt64(out var integer))
            return FieldKey.Of(integer);
        var raw = Element.GetRawText();
        if (raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
            return FieldKey.OfBigInteger(System.Numerics.BigInteger.Parse(raw, CultureInfo.InvariantCulture));
        return FieldKey.Of(Element.GetDouble());
    }
}
