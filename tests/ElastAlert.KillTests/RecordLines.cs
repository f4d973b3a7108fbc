using System.Text.Json;

namespace ElastAlert.KillTests;

/// <summary>Turns documents of the history into lines without random ids.</summary>
internal static class RecordLines
{
    public static IEnumerable<string> Of(IReadOnlyList<HistoryRecord> history)
    {
        var heads = history.Where(record => record.Kind == HistoryKind.Alert).ToDictionary(record => record.Id, record => MatchOf(record.Content));
        return history.Select(record => record.Kind switch
        {
            HistoryKind.Status => $"status {Fields(record, "rule_name", "starttime", "endtime", "hits", "matches")}",
            HistoryKind.Silence => $"silence {Fields(record, "rule_name", "until", "exponent")}",
            HistoryKind.Alert => $"record {Fields(record, "rule_name", "alert_time", "match_time", "alert_sent")} {MatchOf(record.Content)} of {HeadOf(record, heads)}",
            _ => $"error {Fields(record, "message")}",
        });
    }

    private static string Fields(HistoryRecord record, params string[] names) =>
        string.Join(' ', names.Select(name => record.Content.TryGetProperty(name, out var value) ? value.ToString() : "-"));

    private static string MatchOf(JsonElement record)
    {
        var match = record.GetProperty("match_body");
        return $"{match.GetProperty("_id")} ({match.GetProperty("num_hits")} hits, {match.GetProperty("num_matches")} matches)";
    }

    private static string HeadOf(HistoryRecord record, Dictionary<string, string> heads) =>
        record.Content.TryGetProperty("aggregate_id", out var head) ? heads[head.GetString()!] : "itself";
}
