namespace ElastAlert;

/// <summary>Names what a rule can be doing.</summary>
public enum RuleCondition
{
    /// <summary>It runs when its time comes.</summary>
    Running,

    /// <summary>Its last run failed or was incomplete; it goes on.</summary>
    Degraded,

    /// <summary>Its file says that it is not to run.</summary>
    Disabled,

    /// <summary>An unexpected exception stopped it until its file changes.</summary>
    Failed,

    /// <summary>It needs something that this engine does not have.</summary>
    NotSupported,

    /// <summary>Another process runs it.</summary>
    OwnedElsewhere,

    /// <summary>Its saved state cannot be read.</summary>
    StateUnreadable,
}
