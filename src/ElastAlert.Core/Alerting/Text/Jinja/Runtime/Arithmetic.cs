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
        if (Repetition.IsRepeatable(left) && PythonInteger.TryGet(right, out var times))
            return Repetition.Repeat(left!, times, context);
        if (Repetition.IsRepeatable(right) && PythonInteger.TryGet(left, out times))
            return Repetition.Repeat(right!, times, context);
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
            return PythonInteger.Normalize(FloorDivision.Of(x, y).Quotient);
        return FloorDivision.Of(ToDouble(left), ToDouble(right)).Quotient;
    }

    public static object? Modulo(object? left, object? right, RenderContext context)
    {
        if (left is string text)
            return context.Admit(PercentTemplate.Parse(text).Render(right, context.Limits.MaxTextLength));
        if (left is Markup markup)
            return context.Admit(MarkupFormat.Percent(markup.Text, right, context));
        CheckOperands("%", left, right);
        if (PythonInteger.TryGet(left, out var x) && PythonInteger.TryGet(right, out var y))
            return PythonInteger.Normalize(FloorDivision.Of(x, y).Remainder);
        return FloorDivision.Of(ToDouble(left), ToDouble(right)).Remainder;
    }

    public static object? Power(object? left, object? right, RenderContext context)
    {
        CheckOperands("**", left, right);
        if (PythonInteger.TryGet(left, out var x) && PythonInteger.TryGet(right, out var y) && y.Sign >= 0)
            return PythonInteger.Normalize(Exponentiation.Of(x, y, context));
        return Exponentiation.Of(ToDouble(left), ToDouble(right));
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
}
