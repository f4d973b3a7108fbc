using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Spike;

/// <summary>Is what the rule type spike can be told.</summary>
internal sealed record SpikeRuleOptions
{
    /// <summary>Gets the length of the current and of the reference window.</summary>
    public required TimeSpan Timeframe { get; init; }

    /// <summary>Gets what decides whether the windows differ enough.</summary>
    public required SpikeComparison Comparison { get; init; }

    /// <summary>Gets whether a new key is compared before its own reference window was filled.</summary>
    public bool AlertOnNewData { get; init; }

    /// <summary>Gets the field whose mean is compared instead of the number of events, or <see langword="null"/>.</summary>
    public FieldPath? FieldValue { get; init; }

    /// <summary>Reads the options of a rule.</summary>
    public static SpikeRuleOptions Read(OptionReader reader)
    {
        var fieldValue = reader.Text("field_value");
        return new SpikeRuleOptions
        {
            Timeframe = reader.Timeframe(),
            AlertOnNewData = SpikeOptions.ReadAlertOnNewData(reader),
            FieldValue = fieldValue is null ? null : FieldPath.Parse(fieldValue),
            Comparison = SpikeOptions.ReadComparison(reader) with { RefusesZero = fieldValue is not null },
        };
    }
}
