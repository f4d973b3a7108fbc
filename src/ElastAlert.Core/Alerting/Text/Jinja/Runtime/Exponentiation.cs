using System.Numerics;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Raises numbers to powers.</summary>
internal static class Exponentiation
{
    public static BigInteger Of(BigInteger x, BigInteger exponent, RenderContext context)
    {
        if (exponent.IsZero || x.IsOne)
            return 1;
        if (x.IsZero)
            return 0;
        if (x == BigInteger.MinusOne)
            return exponent.IsEven ? 1 : -1;
        var bits = BigInteger.Abs(x).GetBitLength() * exponent;
        context.CheckBits((long)BigInteger.Min(bits, long.MaxValue));
        return BigInteger.Pow(x, (int)exponent);
    }

    public static double Of(double x, double y)
    {
        if (x == 0 && y < 0)
            throw PythonException.ZeroDivision("0.0 cannot be raised to a negative power");
        if (x < 0 && double.IsFinite(x) && double.IsFinite(y) && Math.Floor(y) != y)
            throw PythonException.Type("complex numbers are not supported");
        var result = Math.Pow(x, y);
        if (double.IsInfinity(result) && double.IsFinite(x) && double.IsFinite(y))
            throw PythonException.Overflow("(34, 'Numerical result out of range')");
        return result;
    }
}
