using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace ElastAlert.Engine.Memory;

/// <summary>
/// Tells apart versions of a rule whose saved windows do not fit each other. Options that only say how matches become alerts do not count,
/// so that changing a text or an address keeps the windows.
/// </summary>
internal static class DetectionFingerprint
{
    private static readonly HashSet<string> WithoutEffect = new(StringComparer.Ordinal)
    {
        "name", "description", "owner", "category", "priority", "is_enabled", "alert", "realert", "realert_key", "exponential_realert",
        "aggregation", "aggregation_key", "aggregate_by_match_time", "aggregation_alert_time_compared_with_timestamp_field",
        "match_enhancements", "run_enhancements_first", "top_count_keys", "top_count_number", "raw_count_keys", "include_match_in_root",
        "include_rule_params_in_matches", "include_rule_params_in_first_match_only", "use_local_time", "custom_pretty_ts_format",
        "notify_email", "run_every", "buffer_time", "limit_execution", "limit_execution_coverage", "add_metadata_alert",
    };

    private static readonly string[] TextPrefixes = ["alert_", "jinja_", "summary_", "kibana_", "opensearch_", "generate_", "shorten_"];

    /// <summary>Returns the fingerprint.</summary>
    /// <param name="rule">The rule.</param>
    public static string Of(Rule rule)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, rule);
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan).AsSpan(0, 12));
    }

    private static void Write(Utf8JsonWriter writer, Rule rule)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(rule.Type);
        writer.WriteStringValue(rule.Query.Index);
        writer.WriteStringValue(rule.Query.Kind.ToString());
        writer.WriteStringValue(rule.Query.QueryKey);
        writer.WriteStringValue(rule.Query.Eql ?? rule.Query.Esql);
        writer.WriteStringValue(rule.Timestamp.Field);
        writer.WriteNumberValue(rule.Schedule.Timeframe?.Ticks ?? 0);
        writer.WriteNumberValue(rule.Schedule.BucketInterval?.Ticks ?? 0);
        foreach (var filter in rule.Query.Filter)
            filter.WriteTo(writer);
        foreach (var (name, value) in rule.Options.Where(option => HasEffect(rule, option.Key)).OrderBy(static option => option.Key, StringComparer.Ordinal))
        {
            writer.WriteStringValue(name);
            value.WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    // Options of the rule's own alerters begin with their names: slack_webhook_url, jira_server.
    private static bool HasEffect(Rule rule, string name) =>
        !WithoutEffect.Contains(name)
        && !TextPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        && !rule.Alerters.Any(entry => name.StartsWith(entry.Name + "_", StringComparison.Ordinal) || name == entry.Name);
}
