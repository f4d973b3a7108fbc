using System.Globalization;
using System.Text.Json;

namespace ElastAlert.KillTests;

/// <summary>Is one delivery: what the command of a channel was given.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Life">The number of the process that delivered.</param>
/// <param name="At">The moment of the clock.</param>
/// <param name="AlertId">The id of the alert.</param>
/// <param name="Matches">The ids of the matched documents.</param>
internal sealed record Delivery(string Channel, int Life, long At, string AlertId, string Matches)
{
    public static Delivery Read(string line)
    {
        var parts = line.Split('\t', 5);
        using var matches = JsonDocument.Parse(parts[4]);
        return new Delivery(
            parts[0],
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            long.Parse(parts[2], CultureInfo.InvariantCulture),
            parts[3],
            string.Join(',', matches.RootElement.EnumerateArray().Select(match => match.GetProperty("_id").GetString())));
    }
}
