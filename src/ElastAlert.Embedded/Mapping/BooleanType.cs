using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Is true or false; in documents an empty text is false.</summary>
internal sealed record BooleanType() : NumericType("boolean")
{
    public override bool HasText => true;

    public override long Encode(string text) => text switch
    {
        "true" => 1,
        "false" or "" => 0,
        _ => throw new FormatException($"Failed to parse value [{text}] as only [true] or [false] are allowed."),
    };

    public override LongRange Range(RangeBounds bounds)
    {
        var first = bounds.From is not { } from ? 0 : Parse(from.Text) + (bounds.IncludesFrom ? 0 : 1);
        var last = bounds.To is not { } to ? 1 : Parse(to.Text) - (bounds.IncludesTo ? 0 : 1);
        return new LongRange(first, last);
    }

    public override double ToDouble(long encoded) => encoded;

    public override string ToJson(long encoded) => encoded == 0 ? "0" : "1";

    public override string ToText(long encoded, DateFormat? format = null, TimeZoneInfo? zone = null) => encoded == 0 ? "false" : "true";

    private static long Parse(string text) => text switch
    {
        "true" => 1,
        "false" => 0,
        _ => throw ShardFailure.Illegal($"Can't parse boolean value [{text}], expected [true] or [false]"),
    };
}
