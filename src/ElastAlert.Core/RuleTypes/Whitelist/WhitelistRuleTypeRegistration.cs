namespace ElastAlert.RuleTypes.Whitelist;

/// <summary>Registers the rule type whitelist.</summary>
internal static class WhitelistRuleTypeRegistration
{
    /// <summary>Gets the registration.</summary>
    public static RuleTypeRegistration Registration { get; } = new()
    {
        Name = "whitelist",
        RequiredOptions = ["compare_key", "whitelist", "ignore_null"],
        Validate = static rule => OptionReader.Check(rule, WhitelistRuleOptions.Read),
        Describe = static rule => new RuleTypeNeeds { Fields = rule.Options.Texts("compare_key") },
        Create = static context => new WhitelistRuleType(context.Rule, WhitelistRuleOptions.Read(new OptionReader(context.Rule))),
    };
}
