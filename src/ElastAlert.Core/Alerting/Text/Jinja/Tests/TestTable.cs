using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Jinja.Methods;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Tests;

/// <summary>Lists all built-in tests.</summary>
internal static class TestTable
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        Of("defined", static value => value is not Undefined),
        Of("undefined", static value => value is Undefined),
        Of("none", static value => value is null),
        Of("boolean", static value => value is bool),
        Of("true", static value => value is true),
        Of("false", static value => value is false),
        Of("integer", static value => value is not bool && PythonInteger.TryGet(value, out _)),
        Of("float", static value => value is double),
        Of("number", static value => value is double || PythonInteger.TryGet(value, out _)),
        Of("string", static value => Argument.TryText(value) is not null),
        Of("mapping", static value => value is PythonDict),
        Of("sequence", static value => Argument.TryText(value) is not null || value is PythonSequence or PythonDict or Undefined),
        Of("escaped", static value => value is Markup),
        Of("callable", static value => value is ICallable or Undefined),
        new("iterable", [], static (context, value, _) => Iteration.TryOf(value, context) is not null),
        new("lower", [], static (context, value, _) => TextPredicates.IsLower(context.Str(value))),
        new("upper", [], static (context, value, _) => TextPredicates.IsUpper(context.Str(value))),
        new("filter", [], static (context, value, _) => NameOf(context, value) is { } name && context.Library.HasFilter(name)),
        new("test", [], static (context, value, _) => NameOf(context, value) is { } name && context.Library.HasTest(name)),
        new("odd", [], static (context, value, _) => HasRemainder(context, value, 2L, 1L)),
        new("even", [], static (context, value, _) => HasRemainder(context, value, 2L, 0L)),
        new("divisibleby", ["num"], static (context, value, a) => HasRemainder(context, value, a[0], 0L)),
        new("sameas", ["other"], static (context, value, a) => IsSame(context, value, a[0])),
        new("in", ["seq"], static (context, value, a) => Comparison.In(value, a[0], context)),
        .. Named(Comparison.Equal, "==", "eq", "equalto"),
        .. Named(Comparison.NotEqual, "!=", "ne"),
        .. Named(Comparison.Greater, ">", "gt", "greaterthan"),
        .. Named(Comparison.GreaterOrEqual, ">=", "ge"),
        .. Named(Comparison.Less, "<", "lt", "lessthan"),
        .. Named(Comparison.LessOrEqual, "<=", "le"),
    ];

    /// <summary>Returns a text; what cannot be looked up in a dictionary of names is refused.</summary>
    private static string? NameOf(RenderContext context, object? value)
    {
        context.Comparer.Hash(value);
        return Argument.TryText(value);
    }

    private static NativeFunction Of(string name, Func<object?, bool> test) => new(name, [], (_, value, _) => test(value));

    private static IEnumerable<NativeFunction> Named(Func<object?, object?, RenderContext, bool> compare, params string[] names) =>
        names.Select(name => new NativeFunction(name, ["other"], (context, value, arguments) => compare(value, arguments[0], context)));

    private static bool HasRemainder(RenderContext context, object? value, object? divisor, long remainder) =>
        Comparison.Equal(Arithmetic.Modulo(value, divisor, context), remainder, context);

    /// <summary>Texts and numbers have no identity here: equal ones of one type are the same.</summary>
    private static bool IsSame(RenderContext context, object? value, object? other) => (value, other) switch
    {
        (null or bool, _) or (_, null or bool) => Equals(value, other),
        (PythonObject, _) or (_, PythonObject) => ReferenceEquals(value, other),
        _ => value.GetType() == other.GetType() && Comparison.Equal(value, other, context),
    };
}
