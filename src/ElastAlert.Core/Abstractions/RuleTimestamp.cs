namespace ElastAlert;

/// <summary>Says how moments are written in the documents of a rule and shown in its texts.</summary>
public sealed record RuleTimestamp
{
    /// <summary>Gets the path of the field that holds the moment of a document.</summary>
    /// <value>The default is <c>@timestamp</c>.</value>
    public string Field { get; init; } = "@timestamp";

    /// <summary>Gets the notation.</summary>
    /// <value>The default is <see cref="TimestampType.Iso"/>.</value>
    public TimestampType Type { get; init; }

    /// <summary>Gets the strftime pattern of <see cref="TimestampType.Custom"/>.</summary>
    public string Format { get; init; } = "%Y-%m-%dT%H:%M:%SZ";

    /// <summary>Gets the expression that is applied to a formatted moment, or <see langword="null"/>.</summary>
    public string? FormatExpression { get; init; }

    /// <summary>Gets the expression that is applied to a text before it is parsed, or <see langword="null"/>.</summary>
    public string? ParseExpression { get; init; }

    /// <summary>Gets the zone in which query bounds are written, or <see langword="null"/> for UTC.</summary>
    public TimeZoneInfo? QueryTimeZone { get; init; }

    /// <summary>Gets whether texts for people show local time instead of UTC.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool UseLocalTime { get; init; } = true;

    /// <summary>Gets the zone of local time.</summary>
    /// <value>The default is the zone of the system.</value>
    public TimeZoneInfo LocalTimeZone { get; init; } = TimeZoneInfo.Local;

    /// <summary>Gets the strftime pattern of texts for people, or <see langword="null"/> for <c>%Y-%m-%d %H:%M %Z</c>.</summary>
    public string? PrettyFormat { get; init; }
}
