using System.Globalization;
using System.Numerics;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Rounds numbers: to the nearest by their exact value, halves to even, or always up or down.</summary>
internal static class Rounding
{
    public static object? Round(RenderContext context, object? value, object? precision, object? method)
    {
        var name = method as string;
        if (name is not ("common" or "ceil" or "floor"))
            throw JinjaErrors.Argument("method must be common, ceil or floor");
        if (value is Undefined missing)
            throw missing.Fail();
        if (name != "common")
            return Directed(context, value, precision, name == "ceil");
        int? digits = precision is null ? null : Argument.Int(precision);
        return value switch
        {
            double number => digits is null ? WholeOf(RoundDigits(number, 0)) : RoundDigits(number, digits.Value),
            _ when PythonInteger.TryGet(value, out var integer) => PythonInteger.Normalize(RoundInteger(context, integer, digits ?? 0)),
            _ => throw PythonException.Type($"type {PythonType.NameOf(value)} doesn't define __round__ method"),
        };
    }

    private static double RoundDigits(double number, int digits)
    {
        if (!double.IsFinite(number))
            return number;
        var rounded = PythonFloat.Exact(Math.Abs(number)).RoundToFraction(Math.Clamp(digits, -400, 1100));
        var absolute = double.Parse(rounded.Exponential('e'), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(absolute))
            throw PythonException.Overflow("rounded value too large to represent");
        return Math.CopySign(absolute, number);
    }

    private static object WholeOf(double number) => double.IsFinite(number)
        ? PythonInteger.Normalize(new BigInteger(number))
        : throw PythonException.Overflow("cannot convert float to integer");

    private static BigInteger RoundInteger(RenderContext context, BigInteger integer, int digits)
    {
        if (digits >= 0)
            return integer;
        if (digits < -context.Limits.MaxIntegerBits)
            return 0;
        var unit = BigInteger.Pow(10, -digits);
        var quotient = BigInteger.DivRem(integer, unit, out var remainder);
        var twice = BigInteger.Abs(remainder) * 2;
        var roundsAway = twice > unit || (twice == unit && !quotient.IsEven);
        return (roundsAway ? quotient + integer.Sign : quotient) * unit;
    }

    /// <summary>Multiplies, rounds and divides as the reference does, with the same small errors.</summary>
    private static object? Directed(RenderContext context, object? value, object? precision, bool up)
    {
        var factor = Arithmetic.Power(10L, precision, context);
        var scaled = Arithmetic.Multiply(value, factor, context);
        if (scaled is double number)
            scaled = WholeOf(up ? Math.Ceiling(number) : Math.Floor(number));
        else if (!PythonInteger.TryGet(scaled, out _))
            throw PythonException.Type($"must be real number, not {PythonType.NameOf(scaled)}");
        return Arithmetic.Divide(scaled, factor, context);
    }
}
