using System.Numerics;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Writes one value as a conversion of a printf text says.</summary>
internal static class PercentFormatter
{
    public static string Format(object? value, PercentSpec spec, int maxLength = int.MaxValue) => spec.Type switch
    {
        's' => Text(ValueText.Str(value, maxLength), spec),
        'r' => Text(ValueText.Repr(value, maxLength), spec),
        'a' => Text(ValueText.Ascii(value, maxLength), spec),
        'c' => Text(Character(value), spec with { Precision = null }),
        'd' or 'i' or 'u' => Integer(Truncated(value, spec), spec),
        'o' or 'x' or 'X' => Integer(Whole(value, spec), spec),
        _ => Float(value, spec),
    };

    private static string Text(string text, PercentSpec spec)
    {
        var cut = spec.Precision is { } precision ? CodePoints.Truncate(text, precision) : text;
        return new FormatSpec { Width = spec.Width }.Pad(cut, spec.LeftAligned ? '<' : '>');
    }

    private static string Character(object? value) => value switch
    {
        string text when CodePoints.Count(text) == 1 => text,
        PythonObject { Text: { } text } when CodePoints.Count(text) == 1 => text,
        _ when PythonInteger.TryGet(value, out var code) => IntegerFormatter.Character(code),
        _ => throw PythonException.Type("%c requires int or char"),
    };

    private static BigInteger Truncated(object? value, PercentSpec spec) => value switch
    {
        double.NaN => throw PythonException.Value("cannot convert float NaN to integer"),
        double number when double.IsInfinity(number) => throw PythonException.Overflow("cannot convert float infinity to integer"),
        double number => new BigInteger(number),
        _ when PythonInteger.TryGet(value, out var integer) => integer,
        _ => throw PythonException.Type($"%{spec.Type} format: a real number is required, not {PythonType.NameOf(value)}"),
    };

    private static BigInteger Whole(object? value, PercentSpec spec) => PythonInteger.TryGet(value, out var integer)
        ? integer
        : throw PythonException.Type($"%{spec.Type} format: an integer is required, not {PythonType.NameOf(value)}");

    private static string Integer(BigInteger integer, PercentSpec spec)
    {
        var digits = IntegerFormatter.Digits(BigInteger.Abs(integer), spec.Type).PadLeft(spec.Precision ?? 0, '0');
        return Number(integer.Sign < 0, spec.Alternate ? IntegerFormatter.PrefixOf(spec.Type) : "", digits, spec);
    }

    private static string Float(object? value, PercentSpec spec)
    {
        var number = value switch
        {
            double real => real,
            _ when PythonInteger.TryGet(value, out var integer) => PythonInteger.ToDouble(integer),
            _ => throw PythonException.Type($"must be real number, not {PythonType.NameOf(value)}"),
        };
        var digits = FloatFormatter.Digits(Math.Abs(number), spec.Type, spec.Precision, spec.Alternate);
        return Number(double.IsNegative(number) && !double.IsNaN(number), "", digits, spec);
    }

    private static string Number(bool isNegative, string prefix, string digits, PercentSpec spec)
    {
        var align = spec.LeftAligned ? '<' : spec.ZeroPadded ? '=' : '>';
        var padding = new FormatSpec { Width = spec.Width, Align = align, Fill = align == '=' ? "0" : " ", Sign = spec.Sign };
        return new NumberLayout(isNegative, prefix, digits, "").Write(padding, groupSize: 3);
    }
}
