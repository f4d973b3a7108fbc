using ElastAlert.Delivery;
using ElastAlert.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Engine.Services;

/// <summary>Makes what rules share: for live runs, for a span by hand, and for a replay.</summary>
/// <param name="dependencies">What the engine is put together from.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="activity">The spans.</param>
internal sealed class EngineServicesFactory(EngineDependencies dependencies, EngineMetrics metrics, EngineActivity activity)
{
    private const string SpanSuffix = "/span";

    private readonly ILogger _logger = dependencies.Loggers.CreateLogger(Log.EngineCategory);

    /// <summary>Returns the rule that a state belongs to: its own, or that of a span by hand.</summary>
    /// <param name="stateName">The name of the state.</param>
    public static string RuleOfState(string stateName) =>
        stateName.EndsWith(SpanSuffix, StringComparison.Ordinal) ? stateName[..^SpanSuffix.Length] : stateName;

    /// <summary>Makes what live rules share.</summary>
    public EngineServices Live()
    {
        if (!dependencies.Tuning.IsDebug)
            return Create(dependencies) with { BeginsAnew = dependencies.Tuning.Start is not null };
        var (store, outbox) = dependencies.CreateForgetful();
        var readOnly = dependencies with
        {
            Store = new ReadOnlyState(dependencies.Store, store),
            Outbox = outbox,
            History = null,
        };
        return Create(readOnly) with { CreateAlerter = (_, _) => new LoggingAlerter(_logger), BeginsAnew = dependencies.Tuning.Start is not null };
    }

    /// <summary>Makes what the rules of a span by hand share: a state of its own, silences in common with live runs.</summary>
    public EngineServices Span() =>
        Live() with { StateSuffix = SpanSuffix, BeginsAnew = true, IgnoresLeases = true, Imports = false };

    /// <summary>Makes what the rules of a replay share: a clock that is moved, nothing written, deliveries told instead of sent.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="createAlerter">Makes what takes the place of alerters, or <see langword="null"/> to let them send.</param>
    /// <param name="delivered">Is told of each delivery.</param>
    public EngineServices Replay(
        TimeProvider clock, Func<Rule, AlerterEntry, IAlerter>? createAlerter, Action<Alert, OutboxEntry> delivered)
    {
        var (store, outbox) = dependencies.CreateForgetful();
        var services = Create(dependencies with
        {
            Store = store,
            Outbox = outbox,
            History = null,
            Silences = null,
            Import = null,
            Time = clock,
            Notifier = null,
            Tuning = dependencies.Tuning with { Start = null, IsDebug = false, LeaseTime = TimeSpan.FromDays(3650) },
        });
        return services with
        {
            CreateAlerter = createAlerter,
            Imports = false,
            Delivery = services.Delivery with { Delivered = delivered },
        };
    }

    private EngineServices Create(EngineDependencies dependencies)
    {
        var used = dependencies with { History = dependencies.History is { } history ? new LenientHistory(history, metrics, _logger) : null };
        var errors = new ErrorReporter(used.Options, used.History, used.Notifier, metrics, _logger, used.Time);
        return new EngineServices
        {
            Dependencies = used,
            Silences = new SilenceView(used.Store, used.Time),
            Owner = LeaseOwner.OfProcess(Environment.ProcessId),
            Metrics = metrics,
            Activity = activity,
            Logger = _logger,
            Errors = errors,
            Delivery = new DeliveryServices
            {
                Outbox = used.Outbox,
                History = used.History,
                Time = used.Time,
                Logger = _logger,
                Metrics = metrics,
                Activity = activity,
                Chance = used.Chance,
                MostBytes = used.Tuning.UndeliveredBytes,
                ReportError = (rule, message, exception) => errors.ReportAsync(message, rule, exception),
            },
        };
    }
}
