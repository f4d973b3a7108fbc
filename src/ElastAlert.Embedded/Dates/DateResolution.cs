namespace ElastAlert.Embedded.Dates;

/// <summary>Says how parts that a date text leaves out are filled in.</summary>
/// <param name="RoundUp">The time with the last possible one instead of the first; a missing month or day is the first either way.</param>
/// <param name="Zone">The zone of a text without one.</param>
internal readonly record struct DateResolution(bool RoundUp, TimeZoneInfo Zone)
{
    public static readonly DateResolution Start = new(RoundUp: false, TimeZoneInfo.Utc);
}
