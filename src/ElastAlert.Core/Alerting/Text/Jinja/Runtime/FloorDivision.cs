using System.Numerics;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Divides as Python does: the quotient is rounded down, and the remainder has the sign of the divisor.</summary>
internal static class FloorDivision
{
    public static (BigInteger Quotient, BigInteger Remainder) Of(BigInteger x, BigInteger y)
    {
        if (y.IsZero)
            throw PythonException.ZeroDivision("integer division or modulo by zero");
        var quotient = BigInteger.DivRem(x, y, out var remainder);
        return !remainder.IsZero && (remainder.Sign < 0) != (y.Sign < 0) ? (quotient - 1, remainder + y) : (quotient, remainder);
    }

    public static (double Quotient, double Remainder) Of(double x, double y)
    {
        if (y == 0)
            throw PythonException.ZeroDivision("float floor division by zero");
        var remainder = x % y;
        var quotient = (x - remainder) / y;
        if (remainder == 0)
        {
            remainder = Math.CopySign(0, y);
        }
        else if ((y < 0) != (remainder < 0))
        {
            remainder += y;
            quotient -= 1;
        }

        if (quotient == 0)
            return (Math.CopySign(0, x / y), remainder);
        var floor = Math.Floor(quotient);
        return (quotient - floor > 0.5 ? floor + 1 : floor, remainder);
    }
}
