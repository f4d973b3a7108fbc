using System.Diagnostics.Metrics;
using ElastAlert.Alerting;
using ElastAlert.Engine.Reading;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Engine.Services;

/// <summary>Is everything that an engine is put together from.</summary>
internal sealed record EngineDependencies
{
    /// <summary>Gets the name of the engine, empty for the default one.</summary>
    public string Name { get; init; } = "";

    /// <summary>Gets the global configuration.</summary>
    public required GlobalOptions Options { get; init; }

    /// <summary>Gets what a host may change besides.</summary>
    public EngineTuning Tuning { get; init; } = new();

    /// <summary>Gets the source of the rules.</summary>
    public required IRuleSource Rules { get; init; }

    /// <summary>Gets the rule types, alerters and enhancements.</summary>
    public required ExtensionCatalog Catalog { get; init; }

    /// <summary>Gets what asks for the data of a rule; usually a <see cref="QueriedRuleData"/>.</summary>
    public required Func<Rule, RuleTypeNeeds, IRuleData> Data { get; init; }

    /// <summary>Gets the state store.</summary>
    public required IStateStore Store { get; init; }

    /// <summary>Gets the outbox.</summary>
    public required IOutbox Outbox { get; init; }

    /// <summary>Gets the history, or <see langword="null"/> for none.</summary>
    public IHistory? History { get; init; }

    /// <summary>Gets what knows silences from outside, or <see langword="null"/>.</summary>
    public ISilenceSource? Silences { get; init; }

    /// <summary>Gets what takes over the state of an earlier ElastAlert, or <see langword="null"/>.</summary>
    public IStateImport? Import { get; init; }

    /// <summary>Gets where the runs of other engines are recorded, or <see langword="null"/>.</summary>
    public IRecordedRuns? Runs { get; init; }

    /// <summary>Gets what renders the texts of an entry of a rule.</summary>
    public required Func<Rule, AlerterEntry, IAlertTexts> Texts { get; init; }

    /// <summary>Gets what finds the transport to a cluster, for alerters.</summary>
    public required Func<ConnectionOptions, ISearchTransport> Transports { get; init; }

    /// <summary>Gets what makes links.</summary>
    public IDiscoverLinks Links { get; init; } = NoDiscoverLinks.Instance;

    /// <summary>Gets what tells people about failures, or <see langword="null"/>.</summary>
    public IFailureNotifier? Notifier { get; init; }

    /// <summary>Gets the clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Gets what makes logs.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>Gets what makes the meter.</summary>
    public required IMeterFactory Meters { get; init; }

    /// <summary>Gets the services of the host.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>Gets what makes a store that is forgotten, for replays and spans without a store; the outbox belongs to it.</summary>
    public required Func<(IStateStore Store, IOutbox Outbox)> CreateForgetful { get; init; }

    /// <summary>Gets what gives numbers between 0 and 1, for back-off.</summary>
    public Func<double> Chance { get; init; } = Random.Shared.NextDouble;
}
