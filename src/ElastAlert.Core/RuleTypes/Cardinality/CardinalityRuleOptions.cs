using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Cardinality;

/// <summary>Is what the rule type cardinality can be told.</summary>
internal sealed record CardinalityRuleOptions
{
    /// <summary>Gets the field whose values are counted.</summary>
    public required FieldPath CardinalityField { get; init; }

    /// <summary>Gets how long a value counts after it was last seen.</summary>
    public required TimeSpan Timeframe { get; init; }

    /// <summary>Gets the number of values above which there is a match, or <see langword="null"/>.</summary>
    public long? MaxCardinality { get; init; }

    /// <summary>Gets the number of values below which there is a match, or <see langword="null"/>.</summary>
    public long? MinCardinality { get; init; }

    /// <summary>Reads the options of a rule.</summary>
    public static CardinalityRuleOptions Read(OptionReader reader)
    {
        if (!reader.Has("max_cardinality") && !reader.Has("min_cardinality"))
            reader.Error("max_cardinality", "and min_cardinality are both absent.", "Give at least one of them.");
        return new CardinalityRuleOptions
        {
            CardinalityField = FieldPath.Parse(reader.Text("cardinality_field") ?? ""),
            Timeframe = reader.Timeframe(),
            MaxCardinality = reader.WholeNumber("max_cardinality"),
            MinCardinality = reader.WholeNumber("min_cardinality"),
        };
    }
}
