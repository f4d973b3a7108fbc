using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Whitelist;

/// <summary>Is what the rule type whitelist can be told.</summary>
internal sealed record WhitelistRuleOptions
{
    /// <summary>Gets the field that is compared.</summary>
    public required FieldPath CompareKey { get; init; }

    /// <summary>Gets the values that do not match.</summary>
    public required ListedValues Whitelist { get; init; }

    /// <summary>Gets whether documents without the field do not match either.</summary>
    public bool IgnoreNull { get; init; }

    /// <summary>Reads the options of a rule.</summary>
    public static WhitelistRuleOptions Read(OptionReader reader) => new()
    {
        CompareKey = RuleTypes.CompareKey.Joined(reader),
        Whitelist = ListedValues.Read(reader, "whitelist"),
        IgnoreNull = reader.Flag("ignore_null"),
    };
}
