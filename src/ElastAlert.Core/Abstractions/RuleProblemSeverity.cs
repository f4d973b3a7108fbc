namespace ElastAlert;

/// <summary>Says what a problem of a rule means for running it.</summary>
public enum RuleProblemSeverity
{
    /// <summary>The rule runs, but something in it is probably not what was meant.</summary>
    Warning,

    /// <summary>The rule is valid, but something that it needs is not part of this engine yet: it loads and does not start.</summary>
    NotSupported,

    /// <summary>The rule is refused.</summary>
    Error,
}
