using System.Numerics;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Methods;

/// <summary>Lists the methods of numbers and durations.</summary>
internal static class NumberMethods
{
    public static IReadOnlyList<NativeFunction> OfIntegers { get; } =
    [
        new("bit_length", [], static (_, self, _) => (long)BigInteger.Abs(Integer(self)).GetBitLength()),
        new("bit_count", [], static (_, self, _) => (long)(BigInteger.Abs(Integer(self)).ToString("B", System.Globalization.CultureInfo.InvariantCulture).Count(bit => bit == '1'))),
        new("conjugate", [], static (_, self, _) => PythonInteger.Normalize(Integer(self))),
    ];

    public static IReadOnlyList<NativeFunction> OfFloats { get; } =
    [
        new("is_integer", [], static (_, self, _) => double.IsInteger((double)self!)),
        new("conjugate", [], static (_, self, _) => self),
    ];

    public static IReadOnlyList<NativeFunction> OfDurations { get; } =
    [
        new("total_seconds", [], static (_, self, _) => ((PythonDuration)self!).Value.TotalSeconds),
    ];

    private static BigInteger Integer(object? value) =>
        PythonInteger.TryGet(value, out var integer) ? integer : throw PythonException.Type("an integer is required");
}
