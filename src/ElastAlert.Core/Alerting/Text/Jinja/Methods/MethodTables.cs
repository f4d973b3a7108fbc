using System.Collections.Frozen;
using System.Numerics;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Methods;

/// <summary>Says which methods the values of each type have.</summary>
internal static class MethodTables
{
    private static readonly FrozenDictionary<string, NativeFunction> Texts = Table(TextMethods.All);
    private static readonly FrozenDictionary<string, NativeFunction> Lists = Table(ListMethods.All);
    private static readonly FrozenDictionary<string, NativeFunction> Sequences = Table(ListMethods.Shared);
    private static readonly FrozenDictionary<string, NativeFunction> Dicts = Table(DictMethods.All);
    private static readonly FrozenDictionary<string, NativeFunction> Integers = Table(NumberMethods.OfIntegers);
    private static readonly FrozenDictionary<string, NativeFunction> Floats = Table(NumberMethods.OfFloats);
    private static readonly FrozenDictionary<string, NativeFunction> Durations = Table(NumberMethods.OfDurations);

    public static IReadOnlyDictionary<string, NativeFunction>? Of(object? value) => value switch
    {
        string or Markup => Texts,
        PythonList => Lists,
        PythonSequence => Sequences,
        PythonDict => Dicts,
        long or BigInteger or bool => Integers,
        double => Floats,
        PythonDuration => Durations,
        _ => null,
    };

    private static FrozenDictionary<string, NativeFunction> Table(IEnumerable<NativeFunction> methods) =>
        methods.ToFrozenDictionary(method => method.Name, StringComparer.Ordinal);
}
