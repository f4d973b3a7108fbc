using System.Globalization;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Spike;

/// <summary>Registers the rule type spike.</summary>
internal static class SpikeRuleTypeRegistration
{
    /// <summary>Gets the registration.</summary>
    public static RuleTypeRegistration Registration { get; } = new()
    {
        Name = "spike",
        RequiredOptions = ["spike_height", "spike_type", "timeframe"],
        Validate = static rule => OptionReader.Check(rule, SpikeRuleOptions.Read),
        Describe = Describe,
        Summarize = Summarize,
        Create = static context => new SpikeRuleType(context, SpikeRuleOptions.Read(new OptionReader(context.Rule))),
    };

    private static RuleTypeNeeds Describe(Rule rule) => new()
    {
        QueryKinds = [QueryKind.Hits, QueryKind.Count, QueryKind.Terms],
        Fields = rule.Options.Text("field_value") is { } field ? [field] : [],
        LookBack = 2 * (rule.Schedule.Timeframe ?? TimeSpan.Zero),
    };

    private static string Summarize(Rule rule, Document match)
    {
        var (current, reference) = (Number(match, "spike_count"), Number(match, "reference_count"));
        var at = SummaryTimes.At(rule, match);
        var timeframe = IsoTime.FormatDuration(rule.Schedule.Timeframe ?? TimeSpan.Zero);
        return rule.Options.Text("field_value") is { } field
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"An abnormal average value ({TwoDecimals.Format(current)}) of field '{field}' occurred around {at}.\nPreceding that time, the field had an average value of ({TwoDecimals.Format(reference)}) within {timeframe}\n\n")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"An abnormal number ({Math.Truncate(current):F0}) of events occurred around {at}.\nPreceding that time, there were only {Math.Truncate(reference):F0} events within {timeframe}\n\n");
    }

    private static double Number(Document match, string member) => match.Find(member).AsNumber() ?? 0;
}
