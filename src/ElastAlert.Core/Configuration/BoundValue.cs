using System.Diagnostics.CodeAnalysis;
using ElastAlert.Configuration.Schema;

namespace ElastAlert.Configuration;

/// <summary>Says for a type of property what the option must be, and how it becomes a value of the type.</summary>
/// <param name="Shape">What the option must be.</param>
/// <param name="Convert">Makes the value; <see langword="null"/> when it does not fit into the type.</param>
internal sealed record BoundValue(ValueShape Shape, Func<OptionValue, object?> Convert)
{
    private static readonly Dictionary<Type, BoundValue> Known = new()
    {
        [typeof(string)] = new(KindShape.Text, static value => value.Value),
        [typeof(bool)] = new(KindShape.Flag, static value => value.Value),
        [typeof(int)] = new(new WholeNumberShape(), static value => Whole(value) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null),
        [typeof(long)] = new(new WholeNumberShape(), static value => Whole(value)),
        [typeof(double)] = new(KindShape.Number, static value => Number(value)),
        [typeof(TimeSpan)] = new(new DurationShape(orSchedule: false), static value => Durations.Read(value.Members)),
        [typeof(Uri)] = new(new UrlShape(), static value => new Uri((string)value.Value!)),
        [typeof(OptionValue)] = new(KindShape.Any, static value => value),
        [typeof(OptionMap)] = new(KindShape.Map, static value => value.Members),
        [typeof(Dictionary<string, string>)] = Texts(),
        [typeof(IDictionary<string, string>)] = Texts(),
        [typeof(IReadOnlyDictionary<string, string>)] = Texts(),
    };

    /// <summary>Returns how options are bound to a type, or <see langword="null"/> when they are not.</summary>
    public static BoundValue? For(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Known.TryGetValue(type, out var known))
            return known;
        if (type.IsEnum)
            return new BoundValue(new ChoiceShape([.. Choices(type).Keys]), value => Choices(type)[(string)value.Value!]);
        if (type.IsArray && For(type.GetElementType()!) is { } element)
            return Items(element, values => Array(type, values));
        return ListOf<string>(type) ?? ListOf<int>(type) ?? ListOf<long>(type) ?? ListOf<double>(type) ?? ListOf<TimeSpan>(type)
            ?? ListOf<Uri>(type) ?? ListOf<OptionValue>(type) ?? ListOf<OptionMap>(type);
    }

    private static BoundValue? ListOf<T>(Type type) =>
        type.IsAssignableFrom(typeof(List<T>)) && type.IsGenericType ? Items(For(typeof(T))!, static values => values.Cast<T>().ToList()) : null;

    // One value stands for a list of one, as in email: a@example.com.
    private static BoundValue Items(BoundValue item, Func<List<object>, object> create) => new(
        new EitherShape([item.Shape, new ItemsShape(OptionKind.List, item.Shape)]),
        value =>
        {
            var items = (value.Kind == OptionKind.List ? value.Items : [value]).Select(item.Convert).ToList();
            return items.Contains(null) ? null : create(items!);
        });

    private static Array Array(Type type, List<object> values)
    {
        var array = System.Array.CreateInstanceFromArrayType(type, values.Count);
        for (var index = 0; index < values.Count; index++)
            array.SetValue(values[index], index);
        return array;
    }

    private static BoundValue Texts() => new(
        new ItemsShape(OptionKind.Map, KindShape.Text),
        static value => value.Members.ToDictionary(static member => member.Key, static member => (string)member.Value.Value!, StringComparer.Ordinal));

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The names and numbers of an enumeration are kept; only arrays of the enumeration itself would need code.")]
    private static Dictionary<string, object> Choices(Type type) =>
        Enum.GetNames(type).ToDictionary(SnakeCase.Of, name => Enum.Parse(type, name), StringComparer.Ordinal);

    private static long? Whole(OptionValue value) => value.Value switch
    {
        long whole => whole,
        double real and >= -9e15 and <= 9e15 => (long)real,
        _ => null,
    };

    private static double Number(OptionValue value) => System.Convert.ToDouble(value.Value is System.Numerics.BigInteger big ? (double)big : value.Value, System.Globalization.CultureInfo.InvariantCulture);
}
