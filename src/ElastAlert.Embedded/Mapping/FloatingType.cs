using System.Globalization;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Numbers;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Is a floating number: double, or float, whose values lose precision when they are stored.</summary>
internal sealed record FloatingType(string Name) : NumericType(Name)
{
    private readonly bool _isSingle = Name == "float";

    public override bool IsFloating => true;

    public override long Encode(string text)
    {
        if (!TryRound(text, out var value))
            throw new FormatException($"For input string: \"{text}\"");
        return double.IsFinite(value)
            ? SortableDouble.Encode(value)
            : throw new FormatException($"[{Name}] supports only finite values, but got [{JavaNumber.Format(value)}]");
    }

    public override LongRange Range(RangeBounds bounds)
    {
        var first = long.MinValue;
        var last = long.MaxValue;
        if (bounds.From is { } from)
            first = SortableDouble.Encode(Parse(from.Text)) + (bounds.IncludesFrom ? 0 : 1);
        if (bounds.To is { } to)
            last = SortableDouble.Encode(Parse(to.Text)) - (bounds.IncludesTo ? 0 : 1);
        return new LongRange(first, last);
    }

    public override double ToDouble(long encoded) => SortableDouble.Decode(encoded);

    public override string ToJson(long encoded) => JavaNumber.Format(SortableDouble.Decode(encoded));

    /// <summary>Gets a value as JSON in the precision of the field, where aggregations show that of a double.</summary>
    public string ToShortJson(long encoded) =>
        _isSingle ? JavaNumber.Format((float)SortableDouble.Decode(encoded)) : ToJson(encoded);

    private double Parse(string text) =>
        TryRound(text, out var value) ? value : throw new ShardFailure(400, "number_format_exception", $"For input string: \"{text}\"");

    private bool TryRound(string text, out double value)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return false;
        if (_isSingle)
            value = (float)value;
        return true;
    }
}
