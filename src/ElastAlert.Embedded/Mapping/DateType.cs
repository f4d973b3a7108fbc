using System.Globalization;
using ElastAlert.Embedded.Dates;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Is a moment: date in milliseconds, date_nanos in nanoseconds.</summary>
internal sealed record DateType(DateFormat Format, bool IsNanos) : NumericType(IsNanos ? "date_nanos" : "date")
{
    private static readonly DateFormat Milliseconds = DateFormat.Of("epoch_millis");

    public override bool HasText => true;

    public override IEnumerable<(string Name, object Value)> Settings =>
        Format.Text == (IsNanos ? DateFormat.DefaultNanosText : DateFormat.DefaultText) ? [] : [("format", Format.Text)];

    public override long Encode(string text)
    {
        if (!Format.TryParse(text, DateResolution.Start, out var moment))
            throw new FormatException($"failed to parse date field [{text}] with format [{Format.Text}]");
        return Encode(moment, text);
    }

    public long Encode(Moment moment) => IsNanos ? moment.Nanoseconds : moment.Milliseconds;

    public Moment Decode(long encoded) => IsNanos ? Moment.FromNanoseconds(encoded) : Moment.FromMilliseconds(encoded);

    public override LongRange Range(RangeBounds bounds)
    {
        var first = long.MinValue;
        var last = long.MaxValue;
        if (bounds.From is { } from)
            first = Parse(from, !bounds.IncludesFrom, bounds) + (bounds.IncludesFrom ? 0 : 1);
        if (bounds.To is { } to)
            last = Parse(to, bounds.IncludesTo, bounds) - (bounds.IncludesTo ? 0 : 1);
        return new LongRange(first, last);
    }

    public override double ToDouble(long encoded) => IsNanos ? encoded / 1_000_000 : encoded;

    public override string ToJson(long encoded) => encoded.ToString(CultureInfo.InvariantCulture);

    public override string ToText(long encoded, DateFormat? format = null, TimeZoneInfo? zone = null) =>
        (format ?? Format).Format(Decode(encoded), zone);

    private long Parse(QueryValue value, bool roundUp, RangeBounds bounds)
    {
        var format = bounds.Format is not null ? DateFormat.Of(bounds.Format) : value.IsNumber ? Milliseconds : Format;
        return Encode(DateMath.Parse(value.Text, format, new DateResolution(roundUp, bounds.Zone), bounds.Now));
    }

    private long Encode(Moment moment, string text)
    {
        if (IsNanos && moment.Seconds is < 0 or > long.MaxValue / 1_000_000_000)
            throw new FormatException($"date[{text}] is outside of the range of dates that can be stored in nanosecond resolution");
        return Encode(moment);
    }
}
