using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Blacklist;

/// <summary>Is what the rule type blacklist can be told.</summary>
internal sealed record BlacklistRuleOptions
{
    /// <summary>Gets the field that is compared.</summary>
    public required FieldPath CompareKey { get; init; }

    /// <summary>Gets the values that match.</summary>
    public required ListedValues Blacklist { get; init; }

    /// <summary>Reads the options of a rule.</summary>
    public static BlacklistRuleOptions Read(OptionReader reader) => new()
    {
        CompareKey = RuleTypes.CompareKey.Joined(reader),
        Blacklist = ListedValues.Read(reader, "blacklist"),
    };
}
