namespace ElastAlert;

/// <summary>Lets a host see and steer a running engine.</summary>
public interface IElastAlertEngine
{
    /// <summary>Gets the name of the engine, empty for the default one.</summary>
    string Name { get; }

    /// <summary>Gets how every rule is doing, ordered by name.</summary>
    IReadOnlyList<RuleStatus> Rules { get; }

    /// <summary>Gets the problems that the last loading of the rules found.</summary>
    IReadOnlyList<RuleProblem> Problems { get; }

    /// <summary>Runs a rule now, besides its schedule.</summary>
    /// <param name="rule">The name of the rule.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    Task<RunReport> RunAsync(string rule, CancellationToken cancellationToken);

    /// <summary>Silences a rule, or one value of its query key.</summary>
    /// <param name="rule">The name of the rule.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="queryKeyValue">The value, or <see langword="null"/> for the whole rule.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    Task<Silence> SilenceAsync(string rule, TimeSpan duration, string? queryKeyValue, CancellationToken cancellationToken);

    /// <summary>Gets the alerts that were given up.</summary>
    IDeadLetters DeadLetters { get; }

    /// <summary>Runs every rule exactly once over a span, with windows and position of its own, and delivers what comes of it.</summary>
    /// <param name="start">The start of the span, or <see langword="null"/> for where a first run begins.</param>
    /// <param name="end">The end of the span.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The reports, in the order of the names of the rules.</returns>
    /// <remarks>The engine need not be started. Live position and windows are left alone; silences are shared.</remarks>
    Task<IReadOnlyList<RunReport>> RunSpanAsync(DateTimeOffset? start, DateTimeOffset end, CancellationToken cancellationToken);

    /// <summary>Runs the rules over past data with a moved clock, as a process would have that ran then, and tells what it would have sent.</summary>
    /// <param name="start">The moment of the first runs.</param>
    /// <param name="end">The last moment of the clock.</param>
    /// <param name="deliver">Whether alerts are sent, besides being told.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The deliveries, in the order in which they happen.</returns>
    /// <remarks>The engine need not be started. Nothing is written.</remarks>
    IAsyncEnumerable<ReplayedDelivery> ReplayAsync(
        DateTimeOffset start, DateTimeOffset end, bool deliver, CancellationToken cancellationToken);

    /// <summary>Tells what became of the matches of a rule, and why.</summary>
    /// <param name="rule">The name of the rule.</param>
    /// <param name="at">The time of the matches, give or take the time between two runs; or <see langword="null"/> for all that is known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The decisions, the oldest first; they are kept for some days.</returns>
    /// <remarks>The engine need not be started.</remarks>
    Task<IReadOnlyList<MatchDecision>> WhyAsync(string rule, DateTimeOffset? at, CancellationToken cancellationToken);

    /// <summary>Loads the rules again and takes over what changed.</summary>
    /// <param name="cancellationToken">Ends the loading.</param>
    Task ReloadAsync(CancellationToken cancellationToken);
}
