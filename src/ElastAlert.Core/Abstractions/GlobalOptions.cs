namespace ElastAlert;

/// <summary>Is the global configuration (<c>config.yaml</c>), read and checked: what is not a default of rules.</summary>
public sealed record GlobalOptions
{
    /// <summary>Gets the default time between two runs of a rule.</summary>
    public TimeSpan RunEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets the default look-back of a run.</summary>
    public TimeSpan BufferTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets the cluster that holds the writeback indices and is the default of rules, or <see langword="null"/>.</summary>
    public ConnectionOptions? Connection { get; init; }

    /// <summary>Gets the base name of the state indices, or <see langword="null"/>.</summary>
    public string? WritebackIndex { get; init; }

    /// <summary>Gets the folders that are scanned for rules.</summary>
    public IReadOnlyList<string> RulesFolders { get; init; } = [];

    /// <summary>Gets whether folders below the rules folders are scanned too.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool ScanSubdirectories { get; init; } = true;

    /// <summary>Gets whether rules that do not load are left out instead of preventing the start.</summary>
    public bool SkipInvalid { get; init; }

    /// <summary>Gets how long the delivery of an alert is tried again.</summary>
    public TimeSpan AlertTimeLimit { get; init; } = TimeSpan.FromDays(2);

    /// <summary>Gets the greatest age of a stored end that is resumed.</summary>
    public TimeSpan OldQueryLimit { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Gets how many rules run at the same time at the most (<c>max_threads</c>).</summary>
    /// <value>The default is 10.</value>
    public int MaxThreads { get; init; } = 10;

    /// <summary>Gets whether an unexpected exception stops a rule until its file changes.</summary>
    public bool DisableRulesOnError { get; init; } = true;

    /// <summary>Gets whether the names of disabled rules are logged.</summary>
    public bool ShowDisabledRules { get; init; } = true;

    /// <summary>Gets whether dots in names are replaced in records.</summary>
    public bool ReplaceDotsInFieldNames { get; init; }

    /// <summary>Gets who is mailed about failures.</summary>
    public IReadOnlyList<string> NotifyEmail { get; init; } = [];

    /// <summary>Gets the alerters that are run on failures.</summary>
    public IReadOnlyList<AlerterEntry> NotifyAlert { get; init; } = [];

    /// <summary>Gets whether handled errors are notified too.</summary>
    public bool NotifyAllErrors { get; init; }

    /// <summary>Gets how lines are logged, or <see langword="null"/> when the configuration does not say.</summary>
    public LoggingOptions? Logging { get; init; }

    /// <summary>Gets every option as written: the defaults of rules.</summary>
    public OptionMap Options { get; init; } = OptionMap.Empty;

    /// <summary>Gets where the configuration was read from.</summary>
    public SourceLocation Source { get; init; }
}
