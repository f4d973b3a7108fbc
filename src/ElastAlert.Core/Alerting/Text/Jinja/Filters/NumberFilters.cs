using System.Globalization;
using System.Numerics;
using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Lists the filters on numbers.</summary>
internal static class NumberFilters
{
    private static readonly string[] Prefixes = ["k", "M", "G", "T", "P", "E", "Z", "Y"];

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        new("abs", [], static (context, value, _) => Abs(context, value)),
        new("int", [("default", 0L), ("base", 10L)], ToInteger),
        new("float", [("default", 0.0)], static (_, value, a) => ToFloat(value) ?? a[0]),
        new("round", [("precision", 0L), ("method", "common")], static (context, value, a) => Rounding.Round(context, value, a[0], a[1])),
        new("filesizeformat", [("binary", false)], static (_, value, a) => FileSize(value, Argument.Flag(a[0]))),
    ];

    private static object? Abs(RenderContext context, object? value) => value switch
    {
        double number => Math.Abs(number),
        _ when PythonInteger.TryGet(value, out var integer) => PythonInteger.Normalize(BigInteger.Abs(integer)),
        _ => throw PythonException.Type($"bad operand type for abs(): '{PythonType.NameOf(value)}'"),
    };

    private static object? ToInteger(RenderContext context, object? value, object?[] arguments)
    {
        if (value is Undefined missing)
            throw missing.Fail();
        if (PythonInteger.TryGet(value, out var integer))
            return PythonInteger.Normalize(integer);
        if (value is double number)
            return double.IsInfinity(number) ? throw PythonException.Overflow("cannot convert float infinity to integer") : Truncated(number) ?? arguments[0];
        if (Argument.TryText(value) is not { } text)
            return arguments[0];
        if (NumberText.TryParseInteger(text, Argument.Int(arguments[1]), out integer))
            return PythonInteger.Normalize(integer);
        return NumberText.TryParseFloat(text, out number) ? Truncated(number) ?? arguments[0] : arguments[0];
    }

    private static object? Truncated(double number) => double.IsFinite(number) ? PythonInteger.Normalize(new BigInteger(number)) : null;

    private static double? ToFloat(object? value)
    {
        if (value is Undefined missing)
            throw missing.Fail();
        if (value is double number)
            return number;
        if (PythonInteger.TryGet(value, out var integer))
            return PythonInteger.ToDouble(integer);
        return Argument.TryText(value) is { } text && NumberText.TryParseFloat(text, out number) ? number : null;
    }

    private static string FileSize(object? value, bool isBinary)
    {
        var size = ToFloat(value) ?? throw PythonException.Value($"could not convert to float: {ValueText.Repr(value, FormatSpec.MaxNumber)}");
        double step = isBinary ? 1024 : 1000;
        if (size == 1)
            return "1 Byte";
        if (size < step)
            return $"{Truncated(size) ?? throw PythonException.Overflow("cannot convert float infinity to integer")} Bytes";
        var unit = step;
        var index = 0;
        for (; index < Prefixes.Length - 1 && !(size < unit * step); index++)
            unit *= step;
        var prefix = Prefixes[index].ToUpperInvariant();
        var name = isBinary ? prefix + "iB" : Prefixes[index] + "B";
        var digits = FloatFormatter.Digits(step * size / (unit * step), 'f', 1, alternate: false);
        return string.Create(CultureInfo.InvariantCulture, $"{digits} {name}");
    }
}
