namespace ElastAlert.RuleTypes.Frequency;

/// <summary>Is what the rule type frequency can be told.</summary>
internal sealed record FrequencyRuleOptions
{
    /// <summary>Gets how many events make a match.</summary>
    public required long NumEvents { get; init; }

    /// <summary>Gets the span in which they must happen.</summary>
    public required TimeSpan Timeframe { get; init; }

    /// <summary>Gets whether a match carries the other events that it is made of.</summary>
    public bool AttachRelated { get; init; }

    /// <summary>Reads the options of a rule.</summary>
    public static FrequencyRuleOptions Read(OptionReader reader) => new()
    {
        NumEvents = reader.WholeNumber("num_events") ?? 1,
        Timeframe = reader.Timeframe(),
        AttachRelated = reader.Flag("attach_related"),
    };
}
