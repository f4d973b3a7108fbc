namespace ElastAlert;

/// <summary>Says how the matches of a rule become alerts.</summary>
public sealed record RuleAlerting
{
    /// <summary>Gets how long a key is silent after an alert; zero for never.</summary>
    /// <value>The default is one minute, or zero with aggregation.</value>
    public TimeSpan Realert { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets the base of the silence key; rules that share it silence each other.</summary>
    /// <value>The default is the name of the rule.</value>
    public string RealertKey { get; init; } = "";

    /// <summary>Gets the greatest silence when it doubles with every alert, or <see langword="null"/> when it does not.</summary>
    public TimeSpan? ExponentialRealert { get; init; }

    /// <summary>Gets when matches are held to be sent together, or <see langword="null"/> when they are sent at once.</summary>
    public RuleAggregation? Aggregation { get; init; }

    /// <summary>Gets the names of the enhancements in order.</summary>
    public IReadOnlyList<OptionValue> MatchEnhancements { get; init; } = [];

    /// <summary>Gets whether enhancements run before silences are set and matches are held.</summary>
    public bool RunEnhancementsFirst { get; init; }

    /// <summary>Gets the fields whose most frequent values are added to a match, as written.</summary>
    public IReadOnlyList<string> TopCountKeys { get; init; } = [];

    /// <summary>Gets how many values of a top count are added.</summary>
    /// <value>The default is 5.</value>
    public int TopCountNumber { get; init; } = 5;

    /// <summary>Gets whether a suffix (<see cref="StringMultiFieldName"/>) is added to the names of top count fields and query keys.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool RawCountKeys { get; init; } = true;

    /// <summary>Gets the suffix, with its dot, of the keyword form of text fields.</summary>
    /// <value>The default is <c>.keyword</c>.</value>
    public string StringMultiFieldName { get; init; } = ".keyword";

    /// <summary>Gets whether the record of an alert has the fields of the match at its root too.</summary>
    public bool IncludeMatchInRoot { get; init; }

    /// <summary>Gets the rule options that are added to matches as <c>rule_param_NAME</c>.</summary>
    public IReadOnlyList<string> IncludeRuleParamsInMatches { get; init; } = [];

    /// <summary>Gets whether only the first match of an alert gets the rule options.</summary>
    public bool IncludeRuleParamsInFirstMatchOnly { get; init; }

    /// <summary>Gets how long the delivery of an alert is tried again.</summary>
    /// <value>The default is two days.</value>
    public TimeSpan AlertTimeLimit { get; init; } = TimeSpan.FromDays(2);

    /// <summary>Gets whether records of alerts carry category, description, owner and priority.</summary>
    public bool AddMetadataAlert { get; init; }

    /// <summary>Gets whether dots in names are replaced in records.</summary>
    public bool ReplaceDotsInFieldNames { get; init; }

    /// <summary>Gets who is mailed about failures of the rule, besides the global recipients.</summary>
    public IReadOnlyList<string> NotifyEmail { get; init; } = [];

    /// <summary>Gets whether an unexpected exception stops the rule until its file changes.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool DisableRulesOnError { get; init; } = true;
}
