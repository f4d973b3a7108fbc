namespace ElastAlert.Embedded.Mapping;

/// <summary>Is a range as a request writes it; a bound that is missing is open.</summary>
internal sealed record RangeBounds(QueryValue? From, bool IncludesFrom, QueryValue? To, bool IncludesTo, DateTimeOffset Now)
{
    public string? Format { get; init; }

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}
