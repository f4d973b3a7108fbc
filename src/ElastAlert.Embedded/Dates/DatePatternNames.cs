namespace ElastAlert.Embedded.Dates;

/// <summary>Knows the built-in date formats by name; any other text is a pattern.</summary>
internal static class DatePatternNames
{
    private static readonly Dictionary<string, string> Patterns = new()
    {
        ["basic_date"] = "yyyyMMdd",
        ["basic_date_time"] = "yyyyMMdd'T'HHmmss.SSSXX",
        ["basic_date_time_no_millis"] = "yyyyMMdd'T'HHmmssXX",
        ["date"] = "yyyy-MM-dd",
        ["date_hour"] = "yyyy-MM-dd'T'HH",
        ["date_hour_minute"] = "yyyy-MM-dd'T'HH:mm",
        ["date_hour_minute_second"] = "yyyy-MM-dd'T'HH:mm:ss",
        ["date_hour_minute_second_millis"] = "yyyy-MM-dd'T'HH:mm:ss.SSS",
        ["date_hour_minute_second_fraction"] = "yyyy-MM-dd'T'HH:mm:ss.SSS",
        ["date_time"] = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
        ["date_time_no_millis"] = "yyyy-MM-dd'T'HH:mm:ssXXX",
        ["hour"] = "HH",
        ["hour_minute"] = "HH:mm",
        ["hour_minute_second"] = "HH:mm:ss",
        ["year"] = "yyyy",
        ["year_month"] = "yyyy-MM",
        ["year_month_day"] = "yyyy-MM-dd",
    };

    public static IDatePattern Find(string name) => name switch
    {
        "strict_date_optional_time" => new IsoPattern(strict: true, writesNanos: false),
        "strict_date_optional_time_nanos" => new IsoPattern(strict: true, writesNanos: true),
        "date_optional_time" or "dateOptionalTime" => new IsoPattern(strict: false, writesNanos: false),
        "epoch_millis" => new EpochPattern(1000),
        "epoch_second" => new EpochPattern(1),
        "iso8601" => new IsoPattern(strict: true, writesNanos: true),
        _ => new LetterPattern(Patterns.GetValueOrDefault(WithoutStrict(name)) ?? name),
    };

    private static string WithoutStrict(string name) =>
        name.StartsWith("strict_", StringComparison.Ordinal) ? name["strict_".Length..] : name;
}
