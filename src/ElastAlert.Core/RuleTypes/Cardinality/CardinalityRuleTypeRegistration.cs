using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Cardinality;

/// <summary>Registers the rule type cardinality.</summary>
internal static class CardinalityRuleTypeRegistration
{
    /// <summary>Gets the registration.</summary>
    public static RuleTypeRegistration Registration { get; } = new()
    {
        Name = "cardinality",
        RequiredOptions = ["cardinality_field", "timeframe"],
        Validate = static rule => OptionReader.Check(rule, CardinalityRuleOptions.Read),
        Describe = Describe,
        Summarize = Summarize,
        Create = static context => new CardinalityRuleType(context, CardinalityRuleOptions.Read(new OptionReader(context.Rule))),
    };

    private static RuleTypeNeeds Describe(Rule rule) => new()
    {
        Fields = rule.Options.Texts("cardinality_field"),
        LookBack = rule.Schedule.Timeframe ?? TimeSpan.Zero,
    };

    // With both limits it is always the maximum that is named, as ElastAlert does.
    private static string Summarize(Rule rule, Document match)
    {
        var hasMaximum = rule.Options.ContainsKey("max_cardinality");
        var limit = hasMaximum
            ? $"A maximum of {OptionReader.TextOf(rule, "max_cardinality")}"
            : $"Less than {OptionReader.TextOf(rule, "min_cardinality")}";
        var field = OptionReader.TextOf(rule, "cardinality_field");
        var (from, to) = (SummaryTimes.Before(rule, match), SummaryTimes.At(rule, match));
        return $"{limit} unique {field}(s) occurred since last alert or between {from} and {to}\n\n";
    }
}
