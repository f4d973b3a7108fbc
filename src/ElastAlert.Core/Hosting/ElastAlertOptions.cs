namespace ElastAlert.Hosting;

/// <summary>Sets up an engine in code. What is set here beats the configuration file.</summary>
public sealed class ElastAlertOptions
{
    /// <summary>Gets or sets the default time between two runs of a rule.</summary>
    /// <value>The default is that of the configuration file, or one minute.</value>
    public TimeSpan? RunEvery { get; set; }

    /// <summary>Gets or sets the default look-back of a run.</summary>
    /// <value>The default is that of the configuration file, or 15 minutes.</value>
    public TimeSpan? BufferTime { get; set; }

    /// <summary>Gets or sets how many rules run at the same time at the most.</summary>
    /// <value>The default is that of the configuration file, or 10.</value>
    public int? MaxThreads { get; set; }

    /// <summary>Gets or sets the base name of the writeback indices.</summary>
    /// <value>The default is that of the configuration file; without any, no history is written to a cluster.</value>
    public string? WritebackIndex { get; set; }

    /// <summary>Gets or sets how long the delivery of an alert is tried again.</summary>
    /// <value>The default is that of the configuration file, or two days.</value>
    public TimeSpan? AlertTimeLimit { get; set; }

    /// <summary>Gets or sets whether rules that do not load are left out instead of preventing the start.</summary>
    /// <value>The default is that of the configuration file, or <see langword="false"/>.</value>
    public bool? SkipInvalid { get; set; }

    /// <summary>Gets or sets whether changes of rule files are left alone until the next start.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool PinRules { get; set; }

    /// <summary>Gets or sets whether alerts are logged instead of sent and nothing is written.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Debug { get; set; }

    /// <summary>Gets or sets the folders that are scanned for rules.</summary>
    /// <value>The default is <see langword="null"/>: those of the configuration file.</value>
    public IReadOnlyList<string>? RulesFolders { get; set; }

    /// <summary>Gets or sets the one rule to run: a file, or the name of a file in the rules folders.</summary>
    /// <value>The default is <see langword="null"/>: all rules.</value>
    public string? Rule { get; set; }

    /// <summary>Gets or sets the moment at which the first run of every rule begins.</summary>
    /// <value>The default is <see langword="null"/>: where the last run ended.</value>
    public DateTimeOffset? Start { get; set; }

    /// <summary>Gets or sets how long the ownership of a rule lasts without a commit.</summary>
    /// <value>The default is <see langword="null"/>: the engine derives it from the interval of the rule.</value>
    public TimeSpan? LeaseTime { get; set; }

    /// <summary>Gets or sets the environment variables that configuration files refer to.</summary>
    /// <value>The default is those of the process.</value>
    public IReadOnlyDictionary<string, string>? Environment { get; set; }
}
