using System.Globalization;
using System.Numerics;
using ElastAlert.Configuration.Schema;

namespace ElastAlert.Configuration;

/// <summary>Reads options by name and kind; what is not of the kind becomes a problem and counts as absent.</summary>
internal sealed class OptionReader(OptionMap options, ProblemList problems, SourceLocation source)
{
    public OptionMap Options => options;

    public ProblemList Problems => problems;

    public bool Has(string key) => options.ContainsKey(key);

    public OptionValue? Value(string key) => options.GetValueOrDefault(key);

    public SourceLocation Place(string key) => options.LocationOf(key) ?? source;

    public string? Text(string key) => Shaped(key, KindShape.Text)?.Value as string;

    /// <summary>Reads a text that may have been left empty (<c>key:</c>), which counts as absent.</summary>
    public string? TextOrNothing(string key) => IsNothing(key) ? null : Text(key);

    /// <summary>Reads a text that nothing depends on, so that a number or truth value will do as well.</summary>
    public string? TextOfScalar(string key) => Value(key)?.Value switch
    {
        bool flag => flag ? "True" : "False",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => TextOrNothing(key),
    };

    public IReadOnlyList<string> Texts(string key)
    {
        if (IsNothing(key) || Shaped(key, TextsShape) is not { } value)
            return [];
        return value.Value is string text ? [text] : [.. value.Items.Select(static item => (string)item.Value!)];
    }

    public IReadOnlyList<OptionValue>? List(string key) => Shaped(key, KindShape.List)?.Items;

    /// <summary>Reads a truth value; another value counts as the reference counts it, with a warning.</summary>
    public bool Flag(string key, bool defaultValue = false)
    {
        if (options.GetValueOrDefault(key) is not { } value)
            return defaultValue;
        if (value.Value is bool flag)
            return flag;
        var counts = !value.IsFalsy;
        problems.Warn(value.Location, key, $"should be true or false, was {ValueText.Of(key, value)}, which counts as {(counts ? "true" : "false")}.");
        return counts;
    }

    public int Whole(string key, int defaultValue, int? least = null)
    {
        if (IsNothing(key) || Shaped(key, new WholeNumberShape(least)) is not { } value)
            return defaultValue;
        var number = value.Value is BigInteger large ? (double)large : Convert.ToDouble(value.Value, CultureInfo.InvariantCulture);
        return (int)Math.Clamp(number, int.MinValue, int.MaxValue);
    }

    public double? Number(string key) => Shaped(key, KindShape.Number)?.Value switch
    {
        long whole => whole,
        double real => real,
        BigInteger whole => (double)whole,
        _ => null,
    };

    public TimeSpan? Duration(string key)
    {
        if (Shaped(key, DurationKind) is not { } value)
            return null;
        if (Durations.Read(value.Members) is { } duration)
            return duration;
        problems.Error(value.Location, key, "must be a duration that fits into 10 million days.", "Use smaller numbers.");
        return null;
    }

    public void Error(string key, string message, string? cure = null) => problems.Error(Place(key), key, message, cure);

    public void Warn(string key, string message, string? cure = null) => problems.Warn(Place(key), key, message, cure);

    private static ValueShape TextsShape { get; } = new EitherShape([KindShape.Text, new ItemsShape(OptionKind.List, KindShape.Text)]);

    private static ValueShape DurationKind { get; } = new DurationShape(orSchedule: false);

    private bool IsNothing(string key) => options.TryGetValue(key, out var value) && value.Kind == OptionKind.Null;

    private OptionValue? Shaped(string key, ValueShape shape)
    {
        if (options.GetValueOrDefault(key) is not { } value)
            return null;
        if (shape.Find(value) is not { } mismatch)
            return value;
        ShapeProblem.Add(problems, key, Place(key), mismatch);
        return null;
    }
}
