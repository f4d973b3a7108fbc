using System.Collections.Concurrent;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Dates;

/// <summary>Is a date format as mappings and requests name it: names or patterns, tried in order, joined by <c>||</c>.</summary>
internal sealed class DateFormat
{
    public const string DefaultText = "strict_date_optional_time||epoch_millis";
    public const string DefaultNanosText = "strict_date_optional_time_nanos||epoch_millis";
    private static readonly ConcurrentDictionary<string, DateFormat> Known = new();
    private readonly IDatePattern[] _patterns;

    private DateFormat(string text)
    {
        Text = text;
        _patterns = [.. text.Split("||").Select(DatePatternNames.Find)];
    }

    public static DateFormat Default { get; } = Of(DefaultText);

    public static DateFormat DefaultNanos { get; } = Of(DefaultNanosText);

    public string Text { get; }

    public static DateFormat Of(string text) => Known.GetOrAdd(text, static key => new DateFormat(key));

    public bool TryParse(ReadOnlySpan<char> text, DateResolution resolution, out Moment moment)
    {
        foreach (var pattern in _patterns)
        {
            if (pattern.TryParse(text, resolution, out moment))
                return true;
        }

        moment = default;
        return false;
    }

    public Moment Parse(string text, DateResolution resolution) =>
        TryParse(text, resolution, out var moment)
            ? moment
            : throw new ShardFailure(400, "parse_exception", $"failed to parse date field [{text}] with format [{Text}]");

    public string Format(Moment moment, TimeZoneInfo? zone = null) => _patterns[0].Format(moment, zone ?? TimeZoneInfo.Utc);
}
