namespace ElastAlert;

/// <summary>Names the notations of a timestamp field (<c>timestamp_type</c>).</summary>
public enum TimestampType
{
    /// <summary>ISO 8601 text.</summary>
    Iso,

    /// <summary>Seconds since 1970.</summary>
    Unix,

    /// <summary>Milliseconds since 1970.</summary>
    UnixMilliseconds,

    /// <summary>Text in the pattern <c>timestamp_format</c>.</summary>
    Custom,
}
