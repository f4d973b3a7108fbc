using System.Globalization;
using System.Numerics;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Writes whole numbers as a format specification says.</summary>
internal static class IntegerFormatter
{
    private const int LastCodePoint = 0x10FFFF;

    public static string Format(BigInteger integer, object? value, FormatSpec spec)
    {
        if (spec.Type is 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%')
            return FloatFormatter.Format(PythonInteger.ToDouble(integer), spec);
        if (spec.Type is not ('\0' or 'd' or 'b' or 'o' or 'x' or 'X' or 'n' or 'c'))
            throw spec.UnknownType(value);
        Check(spec);
        if (spec.Type == 'c')
            return spec.Pad(Character(integer), '>');

        var digits = Digits(BigInteger.Abs(integer), spec.Type);
        var prefix = spec.Alternate ? PrefixOf(spec.Type) : "";
        return new NumberLayout(integer.Sign < 0, prefix, digits, "").Write(spec, spec.Type is 'b' or 'o' or 'x' or 'X' ? 4 : 3);
    }

    /// <summary>Returns the character that has a number.</summary>
    public static string Character(BigInteger code)
    {
        if (code < 0 || code > LastCodePoint)
            throw PythonException.Overflow("%c arg not in range(0x110000)");
        return code > char.MaxValue ? char.ConvertFromUtf32((int)code) : char.ToString((char)code);
    }

    /// <summary>Returns the digits of a positive number in the base of a type code.</summary>
    public static string Digits(BigInteger integer, char type) => type switch
    {
        'b' => integer.IsZero ? "0" : integer.ToString("B", CultureInfo.InvariantCulture).TrimStart('0'),
        'o' => Octal(integer),
        'x' => integer.IsZero ? "0" : integer.ToString("x", CultureInfo.InvariantCulture).TrimStart('0'),
        'X' => integer.IsZero ? "0" : integer.ToString("X", CultureInfo.InvariantCulture).TrimStart('0'),
        _ => PythonInteger.Text(PythonInteger.Normalize(integer)),
    };

    /// <summary>Returns what marks the base of a type code.</summary>
    public static string PrefixOf(char type) => type is 'b' or 'o' or 'x' or 'X' ? $"0{type}" : "";

    private static void Check(FormatSpec spec)
    {
        if (spec.Precision is not null)
            throw PythonException.Value("Precision not allowed in integer format specifier");
        if (spec.NoNegativeZero)
            throw PythonException.Value("Negative zero coercion (z) not allowed in format specifier with integer presentation type");
        if (spec.Grouping != '\0' && !(spec.Type is '\0' or 'd' || (spec.Grouping == '_' && PrefixOf(spec.Type).Length > 0)))
            throw PythonException.Value($"Cannot specify '{spec.Grouping}' with '{spec.Type}'.");
        if (spec.Type == 'c' && spec.Sign != '\0')
            throw PythonException.Value("Sign not allowed with integer format specifier 'c'");
        if (spec.Type == 'c' && spec.Alternate)
            throw PythonException.Value("Alternate form (#) not allowed with integer format specifier 'c'");
    }

    private static string Octal(BigInteger integer)
    {
        var binary = Digits(integer, 'b');
        binary = binary.PadLeft((binary.Length + 2) / 3 * 3, '0');
        return string.Create(binary.Length / 3, binary, static (digits, bits) =>
        {
            for (var index = 0; index < digits.Length; index++)
                digits[index] = (char)('0' + ((bits[index * 3] - '0') * 4) + ((bits[(index * 3) + 1] - '0') * 2) + (bits[(index * 3) + 2] - '0'));
        });
    }
}
