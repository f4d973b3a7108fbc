using ElastAlert.Values;

namespace ElastAlert.Configuration;

/// <summary>Reads how moments are written in the documents of a rule.</summary>
internal static class RuleTimestampReader
{
    public static RuleTimestamp Read(OptionReader reader) => new()
    {
        Field = reader.TextOrNothing("timestamp_field") ?? "@timestamp",
        Type = Type(reader),
        Format = reader.TextOrNothing("timestamp_format") ?? "%Y-%m-%dT%H:%M:%SZ",
        FormatExpression = Expression(reader, "timestamp_format_expr"),
        ParseExpression = Expression(reader, "timestamp_to_datetime_format_expr"),
        QueryTimeZone = Zone(reader),
        UseLocalTime = reader.Flag("use_local_time", true),
        PrettyFormat = reader.TextOrNothing("custom_pretty_ts_format"),
    };

    private static TimestampType Type(OptionReader reader)
    {
        switch (reader.TextOrNothing("timestamp_type")?.Trim().ToUpperInvariant())
        {
            case null or "ISO": return TimestampType.Iso;
            case "UNIX": return TimestampType.Unix;
            case "UNIX_MS": return TimestampType.UnixMilliseconds;
            case "CUSTOM": return TimestampType.Custom;
            default:
                reader.Error("timestamp_type", $"must be one of iso, unix, unix_ms, custom, was '{reader.Text("timestamp_type")}'.", "Correct the value.");
                return TimestampType.Iso;
        }
    }

    private static string? Expression(OptionReader reader, string key)
    {
        var expression = reader.TextOrNothing(key);
        if (expression is null || TimestampExpression.TryParse(expression, out _, out var reason))
            return expression;
        reader.Problems.Error(reader.Value(key)!.Location, key, $"cannot be evaluated: {reason}.", "Supported are slices (ts[:23]), concatenation (ts + 'Z') and ts.replace('a', 'b').");
        return null;
    }

    private static TimeZoneInfo? Zone(OptionReader reader)
    {
        var name = reader.TextOrNothing("query_timezone");
        if (string.IsNullOrEmpty(name))
            return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        reader.Problems.Error(reader.Value("query_timezone")!.Location, "query_timezone", $"names the time zone '{name}', which this machine does not know.", "Use an IANA name such as Europe/Istanbul.");
        return null;
    }
}
