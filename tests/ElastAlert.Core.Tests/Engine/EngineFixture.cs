using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using ElastAlert.Engine.Reading;
using ElastAlert.Engine.Runs;
using ElastAlert.Engine.Services;
using ElastAlert.Hosting;
using ElastAlert.State.InMemory;
using ElastAlert.Testing;
using ElastAlert.Values;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Is an engine over fakes, moved by hand: the setting of the vectors of engine.md section 10.</summary>
internal sealed class EngineFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly Dictionary<string, FakeRuleData> _data = new(StringComparer.Ordinal);
    private RuleWorker? _worker;

    public EngineFixture(Rule? rule = null)
    {
        Rule = rule ?? BaseRule();
        Time.SetTo(Clock.At("12:00"));
        Store = Memory;
        Outbox = Memory;
    }

    public Rule Rule { get; set; }

    public TestClock Time { get; } = new(Clock.At("00:00"));

    public InMemoryStateStore Memory { get; } = new();

    public IStateStore Store { get; set; }

    public IOutbox Outbox { get; set; }

    public InMemoryHistory History { get; } = new();

    /// <summary>Gets or sets the way of the engine to the history, or <see langword="null"/> for the direct one.</summary>
    public IHistory? HistoryWay { get; set; }

    public ISilenceSource? Silences { get; set; }

    public IStateImport? Import { get; set; }

    public IRecordedRuns? Runs { get; set; }

    public CollectingAlerter Alerter { get; } = new();

    public List<AlerterRegistration> Alerters { get; } = [];

    public List<EnhancementRegistration> Enhancements { get; } = [];

    public List<RuleTypeRegistration> RuleTypes { get; } = [.. BuiltInRuleTypes.All];

    public CollectingLoggerFactory Logs { get; } = new();

    public List<FailureNotification> Notifications { get; } = [];

    public GlobalOptions Options { get; set; } = new() { RunEvery = TimeSpan.FromMinutes(5) };

    public EngineTuning Tuning { get; set; } = new();

    public IRuleSource Source { get; set; } = new FakeRuleSource();

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public Func<Rule, RuleTypeNeeds, IRuleData>? DataFactory { get; set; }

    public FakeRuleData Data => DataOf(Rule);

    public RuleWorker Worker => _worker ??= NewWorker();

    public IReadOnlyList<string> Delivered => [.. Alerter.Alerts.SelectMany(alert => alert.Matches.Select(Id))];

    public IReadOnlyList<JsonElement> Records(HistoryKind kind) =>
        [.. History.Documents.Where(document => document.Kind == kind).Select(document => JsonElement.Parse(document.Content.Span))];

    public IReadOnlyList<string> Errors => [.. Records(HistoryKind.Error).Select(record => record.GetProperty("message").GetString()!)];

    public static Rule BaseRule(string name = "r", string type = "any", string optionsJson = "{}") => Some.Rule(name, type, optionsJson) with
    {
        Query = new RuleQuery { Index = "idx" },
        Schedule = new RuleSchedule { RunEvery = TimeSpan.FromMinutes(5), BufferTime = TimeSpan.FromMinutes(15) },
        Alerting = new RuleAlerting { RealertKey = name, Realert = TimeSpan.Zero },
        Alerters = [Some.Entry("collect")],
        Fingerprint = name + type + optionsJson,
    };

    public static Rule Frequency(int numEvents, TimeSpan timeframe, string name = "r") =>
        BaseRule(name, "frequency", $$"""{"num_events": {{numEvents}}}""") is var rule
            ? rule with { Schedule = rule.Schedule with { Timeframe = timeframe } }
            : rule;

    public FakeRuleData DataOf(Rule rule)
    {
        lock (_data)
        {
            if (!_data.TryGetValue(rule.Name, out var data))
            {
                var type = RuleTypes.First(item => item.Name == rule.Type);
                _data.Add(rule.Name, data = new FakeRuleData(rule, type.Describe(rule)));
            }

            return data;
        }
    }

    public EngineDependencies Dependencies() => new()
    {
        Options = Options,
        Tuning = Tuning,
        Rules = Source,
        Catalog = new ExtensionCatalog(RuleTypes, [Alerter.Register(), .. Alerters], Enhancements),
        Data = (rule, needs) => DataFactory?.Invoke(rule, needs) ?? DataOf(rule),
        Store = Store,
        Outbox = Outbox,
        History = HistoryWay ?? History,
        Silences = Silences,
        Import = Import,
        Runs = Runs,
        Texts = static (rule, _) => new FakeTexts(rule),
        Transports = static _ => throw new NotSupportedException("The engine over fakes has no search cluster."),
        Notifier = new FakeNotifier(Notifications),
        Time = Time,
        Loggers = Logs,
        Meters = Meters,
        Services = _services,
        CreateForgetful = static () => new InMemoryStateStore() is var store ? (store, store) : default,
        Chance = static () => 0.5,
    };

    public EngineServices NewServices()
    {
        var dependencies = Dependencies();
        var metrics = new ElastAlert.Diagnostics.EngineMetrics(dependencies.Meters, "");
        return new EngineServicesFactory(dependencies, metrics, new ElastAlert.Diagnostics.EngineActivity("")).Live();
    }

    public RuleWorker NewWorker(EngineServices? services = null) => new(Rule, services ?? NewServices());

    /// <summary>Runs the rule at a time, then sends what is held and due, then delivers.</summary>
    public async Task<RunReport?> RunAt(string time)
    {
        Time.SetTo(Clock.At(time));
        var report = await Worker.FireAsync(Time.GetUtcNow(), Firing.Scheduled, CancellationToken.None);
        await DeliverAsync();
        return report;
    }

    public Task PassAt(string time) => PassAt(Clock.At(time));

    public async Task PassAt(DateTimeOffset time)
    {
        Time.SetTo(time);
        await Worker.SendHeldAsync(Time.GetUtcNow(), sendAll: false, CancellationToken.None);
        await DeliverAsync();
    }

    public Task DeliverAsync() => Worker.Delivery.DeliverDueAsync(CancellationToken.None);

    /// <summary>Loses everything in memory, as a process that is killed does, and begins again.</summary>
    public void Kill() => _worker = null;

    /// <summary>Stops as a process does that is told to.</summary>
    public async Task RestartAsync(Rule? changed = null)
    {
        await Worker.Delivery.StopAsync(TimeSpan.Zero);
        await Worker.ReleaseAsync(Time.GetUtcNow());
        Rule = changed ?? Rule;
        _worker = null;
    }

    public IReadOnlyList<string> TakeQueries()
    {
        string[] queries = [.. Data.Queries];
        Data.Queries.Clear();
        return queries;
    }

    public static string Id(RuleMatch match) =>
        match.Fields.TryGetMember("_id", out var id) ? id.GetString()! : IsoTime.Format(match.Timestamp);

    public static string Json(HistoryDocument document) => Encoding.UTF8.GetString(document.Content.Span);

    public async ValueTask DisposeAsync()
    {
        if (_worker is not null)
            await _worker.DisposeAsync();
        await _services.DisposeAsync();
    }

    private sealed class FakeTexts(Rule rule) : IAlertTexts
    {
        public string Subject(IReadOnlyList<RuleMatch> matches) => rule.Name;

        public string Body(IReadOnlyList<RuleMatch> matches) => string.Join(" ", matches.Select(Id));

        public string MatchText(RuleMatch match) => Id(match);
    }

    private sealed class FakeNotifier(List<FailureNotification> notifications) : IFailureNotifier
    {
        public Task NotifyAsync(FailureNotification notification, CancellationToken cancellationToken)
        {
            notifications.Add(notification);
            return Task.CompletedTask;
        }
    }
}
