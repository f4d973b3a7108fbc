using System.Numerics;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Reads the arguments of built-in functions, and refuses those of another type.</summary>
internal static class Argument
{
    /// <summary>Returns a whole number, cut to what an <see cref="int"/> holds: no text or list is longer.</summary>
    public static int Int(object? value)
    {
        if (value is Undefined missing)
            throw missing.Fail();
        return PythonInteger.TryGet(value, out var integer)
            ? (int)BigInteger.Clamp(integer, int.MinValue, int.MaxValue)
            : throw PythonException.Type($"'{PythonType.NameOf(value)}' object cannot be interpreted as an integer");
    }

    /// <summary>Returns a whole number, or a default for None.</summary>
    public static int Int(object? value, int defaultValue) => value is null ? defaultValue : Int(value);

    /// <summary>Returns a text.</summary>
    public static string Text(object? value) =>
        TryText(value) ?? throw PythonException.Type($"expected str instance, {PythonType.NameOf(value)} found");

    /// <summary>Returns a text, or <see langword="null"/> for any other value.</summary>
    public static string? TryText(object? value) => value as string ?? (value as PythonObject)?.Text;

    /// <summary>Returns whether a value stands for yes.</summary>
    public static bool Flag(object? value) => PythonType.IsTrue(value);
}
