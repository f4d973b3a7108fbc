using ElastAlert.Values;

namespace ElastAlert.RuleTypes.PercentageMatch;

/// <summary>Registers the rule type percentage_match.</summary>
internal static class PercentageMatchRuleTypeRegistration
{
    /// <summary>Returns the registration.</summary>
    /// <param name="formats">Reads patterns for numbers.</param>
    public static RuleTypeRegistration Create(NumberFormatReader formats) => new()
    {
        Name = "percentage_match",
        RequiredOptions = ["match_bucket_filter"],
        Validate = rule => OptionReader.Check(rule, reader => PercentageMatchRuleOptions.Read(reader, formats)),
        Describe = rule => new RuleTypeNeeds
        {
            QueryKinds = [QueryKind.Aggregation],
            Aggregation = PercentageMatchRuleOptions.ReadAggregation(new OptionReader(rule)),
        },
        Summarize = (rule, match) => Summarize(rule, match, formats),
        Create = context => new PercentageMatchRuleType(
            context.Rule,
            PercentageMatchRuleOptions.Read(new OptionReader(context.Rule), formats),
            (rule, match) => Summarize(rule, match, formats)),
    };

    private static string Summarize(Rule rule, Document match, NumberFormatReader formats)
    {
        var format = AggregationOptions.ReadFormat(new OptionReader(rule), "percentage_format_string", formats);
        match.TryGetMember("percentage", out var percentage);
        match.TryGetMember("denominator", out var denominator);
        var text = format is null ? PythonText.Of(percentage) : format(percentage);
        var limits = $"(min: {OptionReader.TextOf(rule, "min_percentage")} max : {OptionReader.TextOf(rule, "max_percentage")})";
        return $"Percentage violation, value: {text} {limits} of {PythonText.Of(denominator)} items\n\n";
    }
}
