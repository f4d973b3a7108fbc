using System.Diagnostics.Metrics;
using ElastAlert.Alerters;
using ElastAlert.Alerters.Failures;
using ElastAlert.Alerting.Enhancements;
using ElastAlert.Alerting.Text.Links;
using ElastAlert.Alerting.Text.Rendering;
using ElastAlert.Configuration;
using ElastAlert.Engine;
using ElastAlert.Engine.Reading;
using ElastAlert.Engine.Services;
using ElastAlert.Querying;
using ElastAlert.RuleTypes;
using ElastAlert.Search;
using ElastAlert.Search.Http;
using ElastAlert.State.InMemory;
using ElastAlert.State.Writeback;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Hosting;

/// <summary>Puts an engine together from what a host said about it and from the services of the host.</summary>
internal sealed class EngineFactory
{
    private readonly EngineDefinition _definition;
    private readonly IServiceProvider _services;
    private readonly ElastAlertOptions _options = new();
    private readonly Func<string, string?> _environment;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly Lazy<GlobalOptions> _global;
    private readonly Lazy<ExtensionCatalog> _catalog;
    private readonly ClusterPool _clusters;

    public EngineFactory(EngineDefinition definition, IServiceProvider services)
    {
        (_definition, _services) = (definition, services);
        foreach (var configure in definition.Options)
            configure(_options);
        _environment = EnvironmentOf(_options);
        _time = services.GetRequiredService<TimeProvider>();
        _loggers = services.GetRequiredService<ILoggerFactory>();
        _global = new(() => GlobalConfiguration.Read(_definition, _options, _environment, Logger()));
        _catalog = new(Catalog);
        _clusters = new ClusterPool(Transport);
    }

    /// <summary>Gets what holds for the whole engine.</summary>
    /// <exception cref="RuleLoadException">The configuration cannot be used.</exception>
    public GlobalOptions Global => _global.Value;

    /// <summary>Gets the transport to the cluster of the engine.</summary>
    /// <exception cref="RuleLoadException">No cluster is configured.</exception>
    public ISearchTransport GlobalTransport => Global.Connection is { } connection
        ? TransportOf(connection)
        : throw new RuleLoadException("No search cluster is configured: set es_host in the configuration file, or call ConnectTo.");

    /// <summary>Makes the engine.</summary>
    /// <exception cref="RuleLoadException">The configuration cannot be used.</exception>
    public ElastAlertEngine Create()
    {
        var state = State();
        return new ElastAlertEngine(new EngineDependencies
        {
            Name = _definition.Name,
            Options = Global,
            Tuning = Tuning(),
            Rules = CreateRuleSource(),
            Catalog = _catalog.Value,
            Data = (rule, needs) => new QueriedRuleData(rule, needs, new RuleQueryRunner(rule, needs, _clusters.Get(rule.Connection), _time)),
            Texts = Texts,
            Transports = TransportOf,
            Links = Links(),
            Notifier = new FailureNotifier(Global, _catalog.Value, FailureContext),
            Store = state.Store,
            Outbox = state.Outbox,
            History = state.History,
            Silences = state.Silences,
            Import = state.Import,
            Runs = state.Runs,
            Time = _time,
            Loggers = _loggers,
            Meters = _services.GetRequiredService<IMeterFactory>(),
            Services = _services,
            CreateForgetful = static () => Forgetful(new InMemoryStateStore()),
        });
    }

    /// <summary>Makes the source of all rules of the engine.</summary>
    /// <exception cref="RuleLoadException">The configuration cannot be used.</exception>
    public IRuleSource CreateRuleSource()
    {
        var reader = new RuleReader(Global, _catalog.Value, _environment, [rule => AlertTextCheck.Check(rule, _catalog.Value), DiscoverLinkCheck.Check]);
        var sources = new List<IRuleSource>();
        if (Global.RulesFolders.Count > 0 || _options.Rule is not null)
            sources.Add(new YamlRuleSource(Global, reader, _environment, _options.Rule));
        if (_definition.Rules.Count > 0)
            sources.Add(new CodeRuleSource(_definition.Rules, reader));
        sources.AddRange(_definition.RuleSources.Select(source => source(_services)));
        return new CombinedRuleSource(sources);
    }

    /// <summary>Makes what asks for the documents of a rule.</summary>
    public RuleQueryRunner QueriesOf(Rule rule) => new(rule, new RuleTypeNeeds(), _clusters.Get(rule.Connection), _time);

    private DiscoverLinks Links()
    {
        var clients = _services.GetRequiredService<IHttpClientFactory>();
        return new DiscoverLinks(
            _environment,
            verifies => clients.CreateClient(verifies ? DiscoverLinks.ClientName : DiscoverLinks.UnverifiedClientName),
            Logger());
    }

    private ISearchTransport TransportOf(ConnectionOptions connection) => _clusters.Get(connection).Transport;

    private AlerterContext FailureContext(Rule rule, AlerterEntry entry) =>
        new(rule, entry, _services) { Texts = Texts(rule, entry), Transports = TransportOf };

    private AlertRenderer Texts(Rule rule, AlerterEntry entry) => AlertRenderer.Create(rule, entry, AlertTextCheck.ProfileOf(entry, _catalog.Value));

    private static (IStateStore Store, IOutbox Outbox) Forgetful(InMemoryStateStore store) => (store, store);

    private static Func<string, string?> EnvironmentOf(ElastAlertOptions options)
    {
        if (options.Environment is { } given)
            return name => given.GetValueOrDefault(name);
        return Environment.GetEnvironmentVariable;
    }

    private ILogger Logger() => _loggers.CreateLogger("ElastAlert");

    private EngineTuning Tuning()
    {
        var tuning = new EngineTuning { PinRules = _options.PinRules, IsDebug = _options.Debug, Start = _options.Start };
        return _options.LeaseTime is { } lease ? tuning with { LeaseTime = lease } : tuning;
    }

    // The host's own registrations come last, so that they win over built-in ones of the same name.
    private ExtensionCatalog Catalog() => new(
        [.. BuiltInRuleTypes.All, .. _services.GetServices<RuleTypeRegistration>(), .. _definition.RuleTypes],
        [.. CoreAlerters.All, .. _services.GetServices<AlerterRegistration>(), .. _definition.Alerters],
        [.. TimeEnhancement.Registrations, .. _services.GetServices<EnhancementRegistration>(), .. _definition.Enhancements]);

    private ISearchTransport Transport(ConnectionOptions connection)
    {
        var transport = _definition.Transport?.Invoke(_services, connection) ?? _services.GetRequiredService<SearchTransportFactory>().Get(connection);
        return _definition.Trace is { } trace ? new TracedSearchTransport(transport, connection, trace) : transport;
    }

    private EngineState State()
    {
        var writeback = Global is { WritebackIndex: { } index, Connection: not null }
            ? new WritebackState(GlobalTransport, index, Global.AlertTimeLimit, _time)
            : null;
        var own = _definition.State?.Invoke(_services) ?? Registered();
        if (own is not null)
            return new EngineState(own.Store, own.Outbox, own.History ?? writeback?.History, own.Silences ?? writeback?.Silences, writeback?.Import) { Runs = writeback?.Runs };
        if (writeback is not null)
            return new EngineState(writeback.Store, writeback.Outbox, writeback.History, writeback.Silences, writeback.Import) { Runs = writeback.Runs };
        HostingLog.StateIsForgotten(Logger(), _definition.Name);
        var memory = new InMemoryStateStore();
        return new EngineState(memory, memory, null, null, null);
    }

    private StateServices? Registered() =>
        _services.GetService<IStateStore>() is { } store && _services.GetService<IOutbox>() is { } outbox
            ? new StateServices(store, outbox, _services.GetService<IHistory>(), _services.GetService<ISilenceSource>())
            : null;
}
