using System.Globalization;
using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Finds out whether an answer with status 200 is complete.</summary>
internal static class PartialAnswerReader
{
    private const string UnmappedSort = "No mapping found for";

    /// <summary>Returns what the answer lacks, or null when it is complete.</summary>
    /// <exception cref="SearchException">Shards could not parse the query: it would fail every time.</exception>
    public static PartialAnswer? Read(JsonElement answer)
    {
        var reasons = new List<string>();
        if (answer.TryGetProperty("timed_out", out var timedOut) && timedOut.ValueKind == JsonValueKind.True)
            reasons.Add("the search timed out on the server");
        if (answer.TryGetProperty("is_partial", out var isPartial) && isPartial.ValueKind == JsonValueKind.True)
            reasons.Add("the server answered in part");
        if (answer.TryGetProperty("_shards", out var shards))
            AddShards(reasons, shards);
        if (answer.TryGetProperty("_clusters", out var clusters))
            AddClusters(reasons, clusters);
        return reasons.Count > 0 ? new PartialAnswer(reasons) : null;
    }

    private static void AddShards(List<string> reasons, JsonElement shards)
    {
        var failed = Number(shards, "failed");
        if (failed == 0)
            return;
        var failures = FailuresOf(shards);
        if (failures.Find(reason => reason.Contains("Failed to parse", StringComparison.OrdinalIgnoreCase)) is { } unparsed)
            throw new SearchException(unparsed) { StatusCode = 400 };

        // An index without the sort field has no document with that field, so nothing is missing.
        var causes = failures.Where(reason => !reason.Contains(UnmappedSort, StringComparison.Ordinal)).Distinct().ToList();
        if (causes.Count > 0 || failures.Count == 0)
            reasons.Add($"{failed} of {Number(shards, "total")} shards failed{(causes.Count > 0 ? ": " + string.Join(", ", causes) : "")}");
    }

    private static List<string> FailuresOf(JsonElement shards)
    {
        if (!shards.TryGetProperty("failures", out var failures) || failures.ValueKind != JsonValueKind.Array)
            return [];
        return [.. failures.EnumerateArray().Select(failure => ServerReason.Of(failure) ?? failure.ToString())];
    }

    private static void AddClusters(List<string> reasons, JsonElement clusters)
    {
        if (Number(clusters, "skipped") is > 0 and var skipped)
            reasons.Add($"{skipped} of {Number(clusters, "total")} clusters were skipped");
        foreach (var kind in (ReadOnlySpan<string>)["partial", "failed"])
        {
            if (Number(clusters, kind) is > 0 and var count)
                reasons.Add($"{count.ToString(CultureInfo.InvariantCulture)} clusters answered in part ({kind})");
        }
    }

    private static long Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.TryGetInt64(out var number) ? number : 0;
}
