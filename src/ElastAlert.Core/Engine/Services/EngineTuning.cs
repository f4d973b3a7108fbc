namespace ElastAlert.Engine.Services;

/// <summary>Is what a host may change about an engine besides its configuration.</summary>
internal sealed record EngineTuning
{
    /// <summary>Gets how long nobody else may run a rule after a commit, or <see langword="null"/> for twice its <c>run_every</c>.</summary>
    public TimeSpan? LeaseTime { get; init; }

    /// <summary>Returns how long nobody else may run a rule after a commit.</summary>
    /// <param name="rule">The rule.</param>
    public TimeSpan LeaseTimeOf(Rule rule) => LeaseTime ?? TimeSpan.FromTicks(Math.Clamp(
        (2 * rule.Schedule.RunEvery.Ticks) + (TimeSpan.TicksPerSecond * 30), TimeSpan.TicksPerMinute * 2, TimeSpan.TicksPerMinute * 10));

    /// <summary>Gets how long decisions about matches are kept for <c>why</c>.</summary>
    public TimeSpan DecisionRetention { get; init; } = TimeSpan.FromDays(2);

    /// <summary>Gets how long counts, terms, aggregations and absence wait for a complete answer before a gap is recorded.</summary>
    public TimeSpan PartialAnswerPatience { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets how long a stop waits for alerts that were not tried yet.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how many bytes of matches and texts of alerts that are not delivered yet are kept in memory for each rule.</summary>
    public long UndeliveredBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Gets whether rules are loaded once and files are not watched (<c>--pin_rules</c>).</summary>
    public bool PinRules { get; init; }

    /// <summary>Gets whether nothing is sent or written; alerts are logged (<c>--debug</c>; Q73: nothing is deleted either).</summary>
    public bool IsDebug { get; init; }

    /// <summary>Gets the start of the first run of every rule (<c>--start</c> without <c>--end</c>), or <see langword="null"/>.</summary>
    public DateTimeOffset? Start { get; init; }
}
