namespace ElastAlert.Configuration;

/// <summary>Reads how matches become alerts.</summary>
internal static class RuleAlertingReader
{
    public static RuleAlerting Read(OptionReader reader, GlobalOptions global, string name) => new()
    {
        Realert = Realert(reader),
        RealertKey = reader.TextOrNothing("realert_key") ?? name,
        ExponentialRealert = reader.Duration("exponential_realert"),
        Aggregation = Aggregation(reader),
        MatchEnhancements = reader.List("match_enhancements") ?? [],
        RunEnhancementsFirst = reader.Flag("run_enhancements_first"),
        TopCountKeys = reader.Texts("top_count_keys"),
        TopCountNumber = reader.Whole("top_count_number", 5, 0),
        RawCountKeys = reader.Flag("raw_count_keys", true),
        StringMultiFieldName = reader.TextOrNothing("string_multi_field_name") is { Length: > 0 } suffix ? suffix : ".keyword",
        IncludeMatchInRoot = reader.Flag("include_match_in_root"),
        IncludeRuleParamsInMatches = reader.Texts("include_rule_params_in_matches"),
        IncludeRuleParamsInFirstMatchOnly = reader.Flag("include_rule_params_in_first_match_only"),
        AlertTimeLimit = reader.Duration("alert_time_limit") ?? global.AlertTimeLimit,
        AddMetadataAlert = reader.Flag("add_metadata_alert"),
        ReplaceDotsInFieldNames = reader.Flag("replace_dots_in_field_names"),
        NotifyEmail = GlobalReader.NotifyEmail(reader),
        DisableRulesOnError = reader.Flag("disable_rules_on_error", true),
    };

    private static TimeSpan Realert(OptionReader reader)
    {
        var byDefault = reader.Has("aggregation") ? TimeSpan.Zero : TimeSpan.FromMinutes(1);
        var realert = reader.Duration("realert") ?? byDefault;
        if (realert < TimeSpan.Zero)
            reader.Warn("realert", $"is negative ({Durations.Text(realert)}), which silences nothing.", "Write {minutes: 0} to silence nothing.");
        return realert;
    }

    private static RuleAggregation? Aggregation(OptionReader reader)
    {
        var aggregation = new RuleAggregation
        {
            AggregationKey = reader.Text("aggregation_key"),
            AggregateByMatchTime = reader.Flag("aggregate_by_match_time"),
            AlertTimeComparedWithTimestampField = reader.Flag("aggregation_alert_time_compared_with_timestamp_field"),
        };
        if (reader.Value("aggregation") is not { IsFalsy: false } value)
            return null;
        if (value.Members.Text("schedule") is { Length: > 0 } schedule)
        {
            RuleScheduleReader.CheckCron(reader, "aggregation", schedule);
            return aggregation with { Schedule = schedule };
        }

        return reader.Duration("aggregation") is { } duration && duration != TimeSpan.Zero ? aggregation with { Duration = duration } : null;
    }
}
