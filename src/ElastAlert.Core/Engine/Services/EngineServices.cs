using ElastAlert.Delivery;
using ElastAlert.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Engine.Services;

/// <summary>Is what all rules of an engine, of a span, or of a replay share.</summary>
internal sealed record EngineServices
{
    /// <summary>Gets what the engine is put together from, with the clock and the stores that are in use here.</summary>
    public required EngineDependencies Dependencies { get; init; }

    /// <summary>Gets this process as the owner of leases.</summary>
    public required LeaseOwner Owner { get; init; }

    /// <summary>Gets everybody's silences.</summary>
    public required SilenceView Silences { get; init; }

    /// <summary>Gets the metrics.</summary>
    public required EngineMetrics Metrics { get; init; }

    /// <summary>Gets the spans.</summary>
    public required EngineActivity Activity { get; init; }

    /// <summary>Gets the log.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>Gets what makes errors known.</summary>
    public required ErrorReporter Errors { get; init; }

    /// <summary>Gets what deliveries work with.</summary>
    public required DeliveryServices Delivery { get; init; }

    /// <summary>Gets what makes the alerter of an entry, or <see langword="null"/> to let its registration do it.</summary>
    public Func<Rule, AlerterEntry, IAlerter>? CreateAlerter { get; init; }

    /// <summary>Gets what is appended to the name of a rule to name its state: nothing for live runs.</summary>
    public string StateSuffix { get; init; } = "";

    /// <summary>Gets whether a rule begins with empty windows and nothing seen.</summary>
    public bool BeginsAnew { get; init; }

    /// <summary>Gets whether the lease of another process is taken over at once; so spans by hand do.</summary>
    public bool IgnoresLeases { get; init; }

    /// <summary>Gets whether earlier state of another ElastAlert is taken over.</summary>
    public bool Imports { get; init; } = true;
}
