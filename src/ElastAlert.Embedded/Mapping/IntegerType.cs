using System.Globalization;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Is a whole number: long, integer, short or byte.</summary>
internal sealed record IntegerType(string Name, long Minimum, long Maximum) : NumericType(Name)
{
    public override long Encode(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return InRange(value, text);
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            throw double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? new FormatException($"Value [{text}] is out of range for a {Name}")
                : new FormatException($"For input string: \"{text}\"");
        }

        var whole = Math.Truncate(exact);
        return whole < Minimum || whole > Maximum ? throw OutOfRange(text) : (long)whole;
    }

    public override LongRange Range(RangeBounds bounds)
    {
        var first = Minimum;
        var last = Maximum;
        if (bounds.From is { } from && !TryRaise(Parse(from.Text), bounds.IncludesFrom, ref first))
            return LongRange.None;
        if (bounds.To is { } to && !TryLower(Parse(to.Text), bounds.IncludesTo, ref last))
            return LongRange.None;
        return new LongRange(first, last);
    }

    public override LongRange Term(QueryValue value, DateTimeOffset now)
    {
        var number = Parse(value.Text);
        return number != Math.Floor(number) ? LongRange.None : base.Term(value, now);
    }

    public override double ToDouble(long encoded) => encoded;

    public override string ToJson(long encoded) => encoded.ToString(CultureInfo.InvariantCulture);

    // Bounds of short and byte fields may lie outside of their types, those of the larger ones may not.
    private decimal Parse(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rough))
            throw new ShardFailure(400, "number_format_exception", $"For input string: \"{text}\"");
        var limit = Name == "long" ? Math.Pow(2, 63) : Math.Pow(2, 31);
        if (rough < -limit || rough >= limit)
            throw ShardFailure.Query($"failed to create query: Value [{text}] is out of range for {(Name == "long" ? "a long" : "an integer")}");
        return decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private bool TryRaise(decimal bound, bool included, ref long first)
    {
        var lowest = included ? Math.Ceiling(bound) : Math.Floor(bound) is var floor && floor < long.MaxValue ? floor + 1 : decimal.MaxValue;
        if (lowest > Maximum)
            return false;
        first = Math.Max(Minimum, lowest < long.MinValue ? long.MinValue : (long)lowest);
        return true;
    }

    private bool TryLower(decimal bound, bool included, ref long last)
    {
        var highest = included ? Math.Floor(bound) : Math.Ceiling(bound) is var ceiling && ceiling > long.MinValue ? ceiling - 1 : decimal.MinValue;
        if (highest < Minimum)
            return false;
        last = Math.Min(Maximum, highest > long.MaxValue ? long.MaxValue : (long)highest);
        return true;
    }

    private long InRange(long value, string text) => value < Minimum || value > Maximum ? throw OutOfRange(text) : value;

    private FormatException OutOfRange(string text) => new($"Value [{text}] is out of range for {(Name == "integer" ? "an" : "a")} {Name}");
}
