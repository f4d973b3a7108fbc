using ElastAlert.RuleTypes.Windows;

namespace ElastAlert.RuleTypes;

/// <summary>Reads the options that spike and spike_aggregation share.</summary>
internal static class SpikeOptions
{
    /// <summary>Reads when two windows differ enough.</summary>
    public static SpikeComparison ReadComparison(OptionReader reader)
    {
        var type = reader.Choice("spike_type", "up", "down", "both");
        return new SpikeComparison
        {
            SpikeHeight = ReadHeight(reader),
            MatchesUp = type is "up" or "both",
            MatchesDown = type is "down" or "both",
            ThresholdReference = reader.Number("threshold_ref") ?? 0,
            ThresholdCurrent = reader.Number("threshold_cur") ?? 0,
        };
    }

    /// <summary>Reads whether a new key is compared before its own reference window was filled.</summary>
    public static bool ReadAlertOnNewData(OptionReader reader)
    {
        var value = reader.Flag("alert_on_new_data");
        if (value && reader.Rule.Query.QueryKey is null)
            reader.Warning("alert_on_new_data", "has no effect without query_key.", "Give query_key, or leave alert_on_new_data out.");
        return value;
    }

    private static double ReadHeight(OptionReader reader)
    {
        var height = reader.Number("spike_height") ?? 1;
        if (height == 0)
            reader.Wrong("spike_height", "other than zero", "A height of 3 means three times as many, or a third.");
        return height;
    }
}
