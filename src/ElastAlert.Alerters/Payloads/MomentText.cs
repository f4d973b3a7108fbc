using System.Globalization;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Writes moments as services read them.</summary>
internal static class MomentText
{
    /// <summary>Returns a moment in UTC, with microseconds: <c>2024-05-06T07:08:09.123456Z</c>.</summary>
    public static string Of(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
