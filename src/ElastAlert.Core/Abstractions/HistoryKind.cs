namespace ElastAlert;

/// <summary>Names the kinds of records; each has an index of its own (engine.md 6.1).</summary>
public enum HistoryKind
{
    /// <summary>An alert, sent or unsent: index <c>W</c>.</summary>
    Alert,

    /// <summary>A completed run: index <c>W_status</c>.</summary>
    Status,

    /// <summary>A silence: index <c>W_silence</c>.</summary>
    Silence,

    /// <summary>A handled error: index <c>W_error</c>.</summary>
    Error,
}
