namespace ElastAlert.Engine.Runs;

/// <summary>Says what is special about one run.</summary>
internal sealed record Firing
{
    /// <summary>Gets a run as the schedule wants it.</summary>
    public static Firing Scheduled { get; } = new();

    /// <summary>Gets the start that was asked for, or <see langword="null"/>.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Gets the end that was asked for, or <see langword="null"/>.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Gets whether the rule runs outside the minutes of <c>limit_execution</c> too.</summary>
    public bool IgnoresExecutionLimit { get; init; }

    /// <summary>Gets what is to be said about the run from the beginning.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}
