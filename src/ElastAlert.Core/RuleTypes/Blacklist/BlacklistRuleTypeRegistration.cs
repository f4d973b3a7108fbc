namespace ElastAlert.RuleTypes.Blacklist;

/// <summary>Registers the rule type blacklist.</summary>
internal static class BlacklistRuleTypeRegistration
{
    /// <summary>Gets the registration.</summary>
    public static RuleTypeRegistration Registration { get; } = new()
    {
        Name = "blacklist",
        RequiredOptions = ["compare_key", "blacklist"],
        Validate = static rule => OptionReader.Check(rule, BlacklistRuleOptions.Read),
        Describe = static rule => new RuleTypeNeeds { Fields = rule.Options.Texts("compare_key") },
        Create = static context => new BlacklistRuleType(context.Rule, BlacklistRuleOptions.Read(new OptionReader(context.Rule))),
    };
}
