using System.Numerics;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Says what Python calls the types of values.</summary>
internal static class PythonType
{
    public static string NameOf(object? value) => value switch
    {
        null => "NoneType",
        bool => "bool",
        long or BigInteger => "int",
        double => "float",
        string => "str",
        PythonObject other => other.TypeName,
        _ => throw new ArgumentException($"{value.GetType()} is no type of values in texts.", nameof(value)),
    };

    /// <summary>Returns one of the few attributes of numbers and durations that hold data, or <see langword="null"/>.</summary>
    /// <remarks>Everything else of Python's objects is out of reach, so that a text cannot look into the engine.</remarks>
    public static object? AttributeOf(object? value, string name) => (value, name) switch
    {
        (long or BigInteger or bool, "real" or "numerator") => PythonInteger.TryGet(value, out var integer) ? PythonInteger.Normalize(integer) : value,
        (long or BigInteger or bool, "imag") => 0L,
        (long or BigInteger or bool, "denominator") => 1L,
        (double, "real") => value,
        (double, "imag") => 0.0,
        (PythonDuration duration, "days") => duration.Days,
        (PythonDuration duration, "seconds") => duration.Seconds,
        (PythonDuration duration, "microseconds") => duration.Microseconds,
        _ => null,
    };

    /// <summary>Returns whether a condition takes a value for true.</summary>
    public static bool IsTrue(object? value) => value switch
    {
        null or false or 0L or 0.0 or "" => false,
        PythonObject other => other.IsTrue,
        _ => true,
    };
}
