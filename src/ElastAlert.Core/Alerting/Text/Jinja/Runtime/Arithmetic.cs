using System.Numerics;
using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Calculates as Python does: whole numbers of any size, floor division, and the operators of texts and lists.</summary>
internal static class Arithmetic
{
    public static object? Add(object? left, object? right, RenderContext context)
    {
        if (NumericAdd(left, right, context) is { } sum)
            return sum;
        return (left, right) switch
        {
            (Undefined missing, _) => throw missing.Fail(),
            (_, Undefined missing) => throw missing.Fail(),
            (string x, string y) => context.Admit(Joined(x, y, context)),
            (Markup or string, Markup or string) => MarkupSum(left, right, context),
            (PythonList x, PythonList y) => new PythonList(Joined(x, y, context)),
            (PythonTuple x, PythonTuple y) => new PythonTuple(Joined(x, y, context)),
            (string or Markup, _) => throw PythonException.Type($"can only concatenate str (not \"{PythonType.NameOf(right)}\") to str"),
            _ => throw Unsupported("+", left, right),
        };
    }

    public static object? Subtract(object? left, object? right, RenderContext context) => Calculate(
        "-", left, right, context, static (x, y) => x - y, static (x, y) => x - y);

    public static object? Multiply(object? left, object? right, RenderContext context)
    {
        if (IsRepeatable(left) && PythonInteger.TryGet(right, out var times))
            return Repeat(left!, times, context);
        if (IsRepeatable(right) && PythonInteger.TryGet(left, out times))
            return Repeat(right!, times, context);
        return Calculate("*", left, right, context, static (x, y) => x * y, static (x, y) => x * y);
    }

    public static object? Divide(object? left, object? right, RenderContext context)
    {
        CheckOperands("/", left, right);
        if (!PythonType.IsTrue(right))
            throw PythonException.ZeroDivision("division by zero");
        if (PythonInteger.TryGet(left, out var x) && PythonInteger.TryGet(right, out var y))
            return PythonInteger.Divide(x, y);
        return ToDouble(left) / ToDouble(right);
    }

    public static object? FloorDivide(object? left, object? right, RenderContext context)
    {
        CheckOperands("//", left, right);
        if (PythonInteger.TryGet(left, out var x) && PythonInteger.TryGet(right, out var y))
            return PythonInteger.Normalize(FloorDivision(x, y).Quotient);
        return FloorDivision(ToDouble(left), ToDouble(right)).Quotient;
    }

    public static object? Modulo(object? left, object? right, RenderContext context)
    {
        if (left is string text)
            return context.Admit(PercentTemplate.Parse(text).Render(right, context.Limits.MaxTextLength));
        if (left is Markup markup)
            return context.Admit(MarkupFormat.Percent(markup.Text, right, context));
        CheckOperands("%", left, right);
        if (PythonInteger.TryGet(left, out var x) && PythonInteger.TryGet(right, out var y))
            return PythonInteger.Normalize(FloorDivision(x, y).Remainder);
        return FloorDivision(ToDouble(left), ToDouble(right)).Remainder;
    }

    public static object? Power(object? left, object? right, RenderContext context)
    {
        CheckOperands("**", left, right);
        if (PythonInteger.TryGet(left, out var x) && PythonInteger.TryGet(right, out var y) && y.Sign >= 0)
            return PythonInteger.Normalize(IntegerPower(x, y, context));
        return DoublePower(ToDouble(left), ToDouble(right));
    }

    public static object? Negate(object? value, RenderContext context) => value switch
    {
        double number => -number,
        _ when PythonInteger.TryGet(value, out var integer) => PythonInteger.Normalize(-integer),
        Undefined missing => throw missing.Fail(),
        _ => throw PythonException.Type($"bad operand type for unary -: '{PythonType.NameOf(value)}'"),
    };

    public static object? Plus(object? value, RenderContext context) => value switch
    {
        double => value,
        _ when PythonInteger.TryGet(value, out var integer) => PythonInteger.Normalize(integer),
        Undefined missing => throw missing.Fail(),
        _ => throw PythonException.Type($"bad operand type for unary +: '{PythonType.NameOf(value)}'"),
    };

    /// <summary>Repeats a text or a list.</summary>
    public static object? Repeat(object value, BigInteger times, RenderContext context)
    {
        if (times > long.MaxValue)
            throw PythonException.Overflow("cannot fit 'int' into an index-sized integer");
        var count = (int)BigInteger.Clamp(times, 0, int.MaxValue);
        if (value is PythonSequence sequence)
        {
            context.CheckCount((long)sequence.Items.Count * count);
            List<object?> items = [.. Enumerable.Range(0, sequence.Items.Count == 0 ? 0 : count).SelectMany(_ => sequence.Items)];
            return value is PythonTuple ? new PythonTuple(items) : new PythonList(items);
        }

        var text = value as string ?? ((Markup)value).Text;
        context.CheckLength((long)text.Length * count);
        var repeated = text.Length == 0 ? "" : string.Concat(Enumerable.Repeat(text, count));
        return value is Markup ? new Markup(repeated) : repeated;
    }

    private static bool IsRepeatable(object? value) => value is string or Markup or PythonList or PythonTuple;

    private static object? NumericAdd(object? left, object? right, RenderContext context)
    {
        if (left is long x && right is long y && !WouldOverflow(x, y))
            return x + y;
        return IsNumber(left) && IsNumber(right)
            ? Calculate("+", left, right, context, static (a, b) => a + b, static (a, b) => a + b)
            : null;
    }

    private static bool WouldOverflow(long x, long y) => ((x + y) ^ x) < 0 && (x ^ y) >= 0;

    private static bool IsNumber(object? value) => value is double || PythonInteger.TryGet(value, out _);

    private static double ToDouble(object? value) => value is double number
        ? number
        : PythonInteger.TryGet(value, out var integer) ? PythonInteger.ToDouble(integer) : throw PythonException.Type("a number is required");

    private static object? Calculate(
        string symbol,
        object? left,
        object? right,
        RenderContext context,
        Func<BigInteger, BigInteger, BigInteger> integers,
        Func<double, double, double> doubles)
    {
        CheckOperands(symbol, left, right);
        if (PythonInteger.TryGet(left, out var x) && PythonInteger.TryGet(right, out var y))
            return context.Admit(PythonInteger.Normalize(integers(x, y)));
        return doubles(ToDouble(left), ToDouble(right));
    }

    private static void CheckOperands(string symbol, object? left, object? right)
    {
        if (left is Undefined first)
            throw first.Fail();
        if (right is Undefined second)
            throw second.Fail();
        if (!IsNumber(left) || !IsNumber(right))
            throw Unsupported(symbol, left, right);
    }

    private static PythonException Unsupported(string symbol, object? left, object? right) => PythonException.Type(
        $"unsupported operand type(s) for {symbol}: '{PythonType.NameOf(left)}' and '{PythonType.NameOf(right)}'");

    private static string Joined(string x, string y, RenderContext context)
    {
        context.CheckLength((long)x.Length + y.Length);
        return x + y;
    }

    private static Markup MarkupSum(object? left, object? right, RenderContext context) =>
        new(Joined(Markup.Escape(left, context).Text, Markup.Escape(right, context).Text, context));

    private static List<object?> Joined(PythonSequence x, PythonSequence y, RenderContext context)
    {
        context.CheckCount((long)x.Items.Count + y.Items.Count);
        return [.. x.Items, .. y.Items];
    }

    private static (BigInteger Quotient, BigInteger Remainder) FloorDivision(BigInteger x, BigInteger y)
    {
        if (y.IsZero)
            throw PythonException.ZeroDivision("integer division or modulo by zero");
        var quotient = BigInteger.DivRem(x, y, out var remainder);
        return !remainder.IsZero && (remainder.Sign < 0) != (y.Sign < 0) ? (quotient - 1, remainder + y) : (quotient, remainder);
    }

    private static (double Quotient, double Remainder) FloorDivision(double x, double y)
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

    private static BigInteger IntegerPower(BigInteger x, BigInteger exponent, RenderContext context)
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

    private static double DoublePower(double x, double y)
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
