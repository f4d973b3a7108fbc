using ElastAlert.RuleTypes;
using ElastAlert.RuleTypes.Any;
using ElastAlert.RuleTypes.Blacklist;
using ElastAlert.RuleTypes.Cardinality;
using ElastAlert.RuleTypes.Change;
using ElastAlert.RuleTypes.Flatline;
using ElastAlert.RuleTypes.Frequency;
using ElastAlert.RuleTypes.MetricAggregation;
using ElastAlert.RuleTypes.NewTerm;
using ElastAlert.RuleTypes.PercentageMatch;
using ElastAlert.RuleTypes.Spike;
using ElastAlert.RuleTypes.SpikeAggregation;
using ElastAlert.RuleTypes.Whitelist;

namespace ElastAlert.Hosting;

/// <summary>Lists the rule types that come with the engine, a line each.</summary>
internal static class BuiltInRuleTypes
{
    /// <summary>Gets the rule types.</summary>
    public static IReadOnlyList<RuleTypeRegistration> All { get; } =
    [
        .. new[]
        {
            AnyRuleType.Registration,
            BlacklistRuleTypeRegistration.Registration,
            CardinalityRuleTypeRegistration.Registration,
            ChangeRuleTypeRegistration.Registration,
            FlatlineRuleTypeRegistration.Registration,
            FrequencyRuleTypeRegistration.Registration,
            MetricAggregationRuleTypeRegistration.Create(NumberFormats.Read),
            NewTermRuleTypeRegistration.Registration,
            PercentageMatchRuleTypeRegistration.Create(NumberFormats.Read),
            SpikeAggregationRuleTypeRegistration.Registration,
            SpikeRuleTypeRegistration.Registration,
            WhitelistRuleTypeRegistration.Registration,
        }.Select(ListFilter.AddTo),
    ];
}
