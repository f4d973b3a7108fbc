using ElastAlert.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Delivery;

/// <summary>Is what deliveries work with.</summary>
internal sealed record DeliveryServices
{
    /// <summary>Gets the outbox.</summary>
    public required IOutbox Outbox { get; init; }

    /// <summary>Gets the history, or <see langword="null"/> for none.</summary>
    public IHistory? History { get; init; }

    /// <summary>Gets the clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Gets the log.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>Gets the metrics.</summary>
    public required EngineMetrics Metrics { get; init; }

    /// <summary>Gets the spans.</summary>
    public required EngineActivity Activity { get; init; }

    /// <summary>Gets what gives numbers between 0 and 1.</summary>
    public Func<double> Chance { get; init; } = Random.Shared.NextDouble;

    /// <summary>Gets how long an attempt may take at the most; alerters have limits of their own below it.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets how many bytes of matches and texts of alerts that are not delivered yet are kept in memory for each rule.</summary>
    public required long MostBytes { get; init; }

    /// <summary>Gets what returns whether this process may deliver now: whether the rule is its own.</summary>
    public Func<CancellationToken, Task<bool>> HoldLease { get; init; } = static _ => Task.FromResult(true);

    /// <summary>Gets what is told of each successful delivery; used by replays.</summary>
    public Action<Alert, OutboxEntry>? Delivered { get; init; }

    /// <summary>Gets what is told of an error, to become a record.</summary>
    public Func<string, string, Exception?, Task>? ReportError { get; init; }
}
