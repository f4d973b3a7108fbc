namespace ElastAlert.RuleTypes.Flatline;

/// <summary>Is what the rule type flatline can be told.</summary>
internal sealed record FlatlineRuleOptions
{
    /// <summary>Gets the number of events below which there is a match.</summary>
    public required long Threshold { get; init; }

    /// <summary>Gets the span in which they must happen.</summary>
    public required TimeSpan Timeframe { get; init; }

    /// <summary>Gets whether a key is no longer watched after its match, until it comes back.</summary>
    public bool ForgetKeys { get; init; }

    /// <summary>Reads the options of a rule.</summary>
    public static FlatlineRuleOptions Read(OptionReader reader) => new()
    {
        Threshold = reader.WholeNumber("threshold") ?? 0,
        Timeframe = reader.Timeframe(),
        ForgetKeys = reader.Flag("forget_keys"),
    };
}
