using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Is a field of a format text: <c>{name.attribute[key]!conversion:specification}</c>.</summary>
internal sealed class BraceField : BracePart
{
    /// <summary>Gets the place of the value, or <see langword="null"/> when it is asked for by name.</summary>
    public int? Index { get; init; }

    /// <summary>Gets the name of the value, when it has no place.</summary>
    public string Name { get; init; } = "";

    /// <summary>Gets the steps from the value to the part of it that is meant.</summary>
    public IReadOnlyList<FieldAccessor> Accessors { get; init; } = [];

    /// <summary>Gets the conversion <c>r</c>, <c>s</c> or <c>a</c>, or <c>\0</c>.</summary>
    public char Conversion { get; init; }

    /// <summary>Gets the specification, which may hold fields itself.</summary>
    public BraceTemplate Spec { get; init; } = new([]);

    /// <summary>Gets the specification read beforehand, when it holds no fields.</summary>
    public FormatSpec? FixedSpec { get; init; }

    public override string Render(FormatArguments arguments)
    {
        var value = Accessors.Aggregate(Value(arguments), (current, accessor) => accessor.Apply(current));
        var converted = Conversion switch
        {
            'r' => ValueText.Repr(value, arguments.MaxLength),
            's' => ValueText.Str(value, arguments.MaxLength),
            'a' => ValueText.Ascii(value, arguments.MaxLength),
            _ => value,
        };
        var spec = Spec.Render(arguments);
        return spec.Length == 0 ? ValueText.Str(converted, arguments.MaxLength) : ValueFormatter.Format(converted, FixedSpec ?? FormatSpec.Parse(spec));
    }

    private object? Value(FormatArguments arguments)
    {
        if (Index is not { } index)
            return arguments.Named.TryGetValue(Name, out var named) ? named : throw PythonException.Key(PythonText.Quote(Name));
        return index < arguments.Positional.Count
            ? arguments.Positional[index]
            : throw PythonException.Index($"Replacement index {index} out of range for positional args tuple");
    }
}
