using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Change;

/// <summary>Is what the rule type change can be told.</summary>
internal sealed record ChangeRuleOptions
{
    /// <summary>Gets the fields that are compared, in order.</summary>
    public required IReadOnlyList<FieldPath> CompareKey { get; init; }

    /// <summary>Gets whether documents are left out that lack a field, or where one is empty.</summary>
    public bool IgnoreNull { get; init; }

    /// <summary>Gets the greatest age of the document before, or <see langword="null"/> for any.</summary>
    public TimeSpan? Timeframe { get; init; }

    /// <summary>Reads the options of a rule.</summary>
    public static ChangeRuleOptions Read(OptionReader reader) => new()
    {
        CompareKey = RuleTypes.CompareKey.Fields(reader),
        IgnoreNull = reader.Flag("ignore_null"),
        Timeframe = reader.Rule.Schedule.Timeframe is null ? null : reader.Timeframe(),
    };
}
