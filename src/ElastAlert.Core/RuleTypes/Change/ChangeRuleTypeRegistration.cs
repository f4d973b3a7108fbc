namespace ElastAlert.RuleTypes.Change;

/// <summary>Registers the rule type change.</summary>
internal static class ChangeRuleTypeRegistration
{
    /// <summary>Gets the registration.</summary>
    public static RuleTypeRegistration Registration { get; } = new()
    {
        Name = "change",
        RequiredOptions = ["query_key", "compare_key", "ignore_null"],
        Validate = static rule => OptionReader.Check(rule, ChangeRuleOptions.Read),
        Describe = static rule => new RuleTypeNeeds
        {
            Fields = rule.Options.Texts("compare_key"),
            LookBack = rule.Schedule.Timeframe ?? TimeSpan.Zero,
        },
        Create = static context => new ChangeRuleType(context.Rule, ChangeRuleOptions.Read(new OptionReader(context.Rule))),
    };
}
