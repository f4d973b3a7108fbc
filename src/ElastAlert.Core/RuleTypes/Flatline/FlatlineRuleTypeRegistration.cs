using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Flatline;

/// <summary>Registers the rule type flatline.</summary>
internal static class FlatlineRuleTypeRegistration
{
    /// <summary>Gets the registration.</summary>
    public static RuleTypeRegistration Registration { get; } = new()
    {
        Name = "flatline",
        RequiredOptions = ["threshold", "timeframe"],
        Validate = static rule => OptionReader.Check(rule, FlatlineRuleOptions.Read),
        Describe = Describe,
        Summarize = Summarize,
        Create = static context => new FlatlineRuleType(context.Rule, FlatlineRuleOptions.Read(new OptionReader(context.Rule))),
    };

    private static RuleTypeNeeds Describe(Rule rule) => new()
    {
        QueryKinds = [QueryKind.Hits, QueryKind.Count, QueryKind.Terms],
        LookBack = rule.Schedule.Timeframe ?? TimeSpan.Zero,
        SilenceKeyMember = "key",
        TopCountTimeframes = 2,
    };

    private static string Summarize(Rule rule, Document match)
    {
        var (from, to) = (SummaryTimes.Before(rule, match), SummaryTimes.At(rule, match));
        var threshold = OptionReader.TextOf(rule, "threshold");
        return $"An abnormally low number of events occurred around {to}.\n"
            + $"Between {from} and {to}, there were less than {threshold} events.\n\n";
    }
}
