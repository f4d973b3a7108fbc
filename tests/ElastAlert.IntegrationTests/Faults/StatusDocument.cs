using System.Text.Json;

namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Is what a status document says.</summary>
internal sealed record StatusDocument(string Rule, DateTimeOffset Start, DateTimeOffset End, long Hits, long Matches)
{
    public static StatusDocument Read(JsonElement source) => new(
        source.GetProperty("rule_name").GetString()!,
        source.GetProperty("starttime").GetDateTimeOffset(),
        source.GetProperty("endtime").GetDateTimeOffset(),
        source.GetProperty("hits").GetInt64(),
        source.GetProperty("matches").GetInt64());
}
