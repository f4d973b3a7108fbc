using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Frequency;

/// <summary>Registers the rule type frequency.</summary>
internal static class FrequencyRuleTypeRegistration
{
    /// <summary>Gets the registration.</summary>
    public static RuleTypeRegistration Registration { get; } = new()
    {
        Name = "frequency",
        RequiredOptions = ["num_events", "timeframe"],
        Validate = static rule => OptionReader.Check(rule, FrequencyRuleOptions.Read),
        Describe = Describe,
        Summarize = Summarize,
        Create = static context => new FrequencyRuleType(context.Rule, FrequencyRuleOptions.Read(new OptionReader(context.Rule))),
    };

    private static RuleTypeNeeds Describe(Rule rule) => new()
    {
        QueryKinds = [QueryKind.Hits, QueryKind.Count, QueryKind.Terms],
        LookBack = rule.Schedule.Timeframe ?? TimeSpan.Zero,
    };

    private static string Summarize(Rule rule, Document match)
    {
        var count = OptionReader.TextOf(rule, "num_events");
        return $"At least {count} events occurred between {SummaryTimes.Before(rule, match)} and {SummaryTimes.At(rule, match)}\n\n";
    }
}
