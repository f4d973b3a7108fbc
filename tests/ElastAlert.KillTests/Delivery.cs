using System.Text.Json;

namespace ElastAlert.KillTests;

/// <summary>Is one delivery: what the command of a rule was given.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="AlertId">The id of the alert.</param>
/// <param name="Matches">The ids of the matched documents.</param>
internal sealed record Delivery(string Rule, string AlertId, string Matches)
{
    public static Delivery Read(string line)
    {
        var parts = line.Split('\t', 3);
        using var matches = JsonDocument.Parse(parts[2]);
        return new Delivery(parts[0], parts[1], string.Join(',', matches.RootElement.EnumerateArray().Select(match => match.GetProperty("_id").GetString())));
    }
}
