namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Registers the rule type new_term.</summary>
internal static class NewTermRuleTypeRegistration
{
    /// <summary>Gets the registration.</summary>
    public static RuleTypeRegistration Registration { get; } = new()
    {
        Name = "new_term",
        Validate = static rule => OptionReader.Check(rule, NewTermRuleOptions.Read),
        Describe = Describe,
        Create = static context => new NewTermRuleType(context.Rule, NewTermRuleOptions.Read(new OptionReader(context.Rule))),
    };

    private static RuleTypeNeeds Describe(Rule rule)
    {
        var options = NewTermRuleOptions.Read(new OptionReader(rule));
        return new RuleTypeNeeds
        {
            QueryKinds = [QueryKind.Hits, QueryKind.Terms],
            Fields = [.. options.Fields.SelectMany(static field => field.Names)],
            Seed = new TermScan(rule, options).Next,
        };
    }
}
