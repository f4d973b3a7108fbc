using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ElastAlert.Core.Tests.Engine;
using ElastAlert.Embedded;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Rules;
using ElastAlert.Hosting;
using ElastAlert.Search;
using ElastAlert.Sqlite;
using ElastAlert.State.InMemory;
using ElastAlert.State.Writeback;
using ElastAlert.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ElastAlert.IntegrationTests.Faults;

/// <summary>
/// Is an engine as a host puts it together, with three rules on a search server and a store, both of which fail when a test says so. The clock is
/// moved by the test, and documents arrive as it moves.
/// </summary>
internal sealed class FaultWorld : IAsyncDisposable
{
    /// <summary>Is the name of the index with the data of the rules.</summary>
    public const string Index = "fault-logs";

    /// <summary>Is the writeback index.</summary>
    public const string Writeback = "fault-wb";

    private const long LargestFile = 1_000_000;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    /// <summary>Gets the names of the rules.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["each", "counted", "held"];

    private readonly ISearchTransport _server;
    private readonly EmbeddedSearch _embedded;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastalert-faults.");
    private readonly ServiceProvider _services;
    private readonly InMemoryHistory _history = new();
    private readonly List<SqliteStateFile> _files = [];
    private readonly List<string> _documents = [];
    private readonly List<(DateTimeOffset Arrives, string Lines)> _arriving = [];

    /// <param name="kind">Where the state is kept.</param>
    /// <param name="server">The search server, or <see langword="null"/> for the embedded one.</param>
    /// <param name="way">Makes the way of the engine to the server, or <see langword="null"/> for the direct one.</param>
    /// <param name="configure">Adds rules and alerters.</param>
    public FaultWorld(
        StoreKind kind, ISearchTransport? server = null, Func<ISearchTransport, FaultWorld, ISearchTransport>? way = null, Action<ElastAlertBuilder>? configure = null)
    {
        _embedded = new EmbeddedSearch(Clock);
        _server = server ?? new EmbeddedSearchTransport(_embedded);
        Search = new FaultyTransport(way is null ? _server : way(_server, this), Traffic);
        Store = StoreOf(kind);
        Alerter = new CollectingAlerter(alert =>
        {
            Sending(alert);
            return AlertReceipt.None;
        });
        _services = Compose(configure);
    }

    public TestClock Clock { get; } = new();

    /// <summary>Gets or sets whether documents cannot arrive; they do when the server is back.</summary>
    public bool IsServerDown { get; set; }

    public Traffic Traffic { get; } = new();

    /// <summary>Gets the way of the engine to the server, on which requests can be made to fail.</summary>
    public FaultyTransport Search { get; }

    /// <summary>Gets the store, or <see langword="null"/> where the indices beside the writeback index are it.</summary>
    public FaultyStore? Store { get; }

    public CollectingAlerter Alerter { get; }

    /// <summary>Gets or sets what is done while an alert is being sent.</summary>
    public Action<Alert> Sending { get; set; } = static _ => { };

    /// <summary>Gets or sets what is done after each step of the clock.</summary>
    public Action Moved { get; set; } = static () => { };

    /// <summary>Gets what measures of this world are made with.</summary>
    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public CollectingLoggerFactory Logs { get; } = new();

    public IElastAlertEngine Engine => _services.GetRequiredService<IElastAlertEngine>();

    public IReadOnlyList<RuleCondition> Conditions => [.. Engine.Rules.Select(static status => status.Condition)];

    /// <summary>Gets what is wrong with rules.</summary>
    public IReadOnlyList<string> Troubles =>
        [.. Engine.Rules.Where(static status => status.Condition != RuleCondition.Running).Select(static status => $"{status.Rule.Name}: {status.Reason}")];

    /// <summary>Says whether a request belongs to the state or the record of the engine, and not to the data of its rules.</summary>
    public static bool IsOfWriteback(SearchRequest request) => request.Path.StartsWith("/" + Writeback, StringComparison.Ordinal);

    public static bool IsWrite(SearchRequest request) =>
        request.Method is "PUT" or "DELETE" || request.Path.Contains("_bulk", StringComparison.Ordinal) || request.Path.Contains("_update", StringComparison.Ordinal);

    public static SearchException Unreachable() => new("Could not reach the cluster (ConnectionRefused).") { IsTransient = true };

    /// <summary>Lets the file of the state grow by no page any more, as on a full disk, or lets it grow again.</summary>
    public void FillDisk(bool isFull) => OpenFile(Store!, isFull ? 1 : LargestFile);

    public async Task DeleteIndicesAsync()
    {
        var names = new[] { Index, Writeback, Writeback + "_status", Writeback + "_silence", Writeback + "_error", Writeback + "_state", Writeback + "_outbox" };
        var request = new SearchRequest("DELETE", $"/{string.Join(',', names)}?ignore_unavailable=true");
        using var answer = await _server.AskAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task StartAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StartAsync(TestContext.Current.CancellationToken);
        await SleepAsync();
    }

    /// <summary>Lets time pass: a document arrives every 20 seconds, each fourth of them four minutes after its moment.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var end = Clock.GetUtcNow() + time; Clock.GetUtcNow() < end;)
        {
            AddDocument();
            await MoveAsync();
        }
    }

    /// <summary>Lets time pass without documents until every alert is out and every aggregate too.</summary>
    public async Task SettleAsync()
    {
        // A disk takes its time, whatever the clock says.
        for (var steps = 0; steps < 10_000 && (steps < TimeSpan.FromMinutes(20) / Step || Engine.Rules.Any(static status => status.PendingAlerts != 0)); steps++)
            await MoveAsync();
        Engine.Rules.Where(static status => status is not { PendingAlerts: 0, DeadLetters: 0 })
            .Select(static status => $"{status.Rule.Name}: {status.PendingAlerts} pending, {status.DeadLetters} dead letters").Should().BeEmpty();
    }

    /// <summary>Checks the promise: windows without gaps, each match delivered exactly once, and status documents that say so.</summary>
    public async Task CheckAsync()
    {
        foreach (var rule in new[] { "each", "held" })
        {
            var delivered = Alerter.Alerts.Where(alert => alert.Rule.Name == rule).SelectMany(static alert => alert.Matches)
                .Select(static match => match.Fields.Find("_id").AsText()!).ToList();
            delivered.Should().OnlyHaveUniqueItems($"no match of '{rule}' is delivered twice").And.BeEquivalentTo(_documents, $"none of '{rule}' is lost or invented");
        }

        Alerter.Alerts.Select(static alert => alert.Id).Should().OnlyHaveUniqueItems();
        foreach (var rule in Rules)
            StatusDocuments.Check(await StatusAsync(rule), rule == "counted", matches: rule == "counted" ? null : _documents.Count);
        var counted = await StatusAsync("counted");
        counted.Sum(static status => status.Hits).Should().Be(_documents.Count, "a count covers each moment once");
        Alerter.Alerts.Count(static alert => alert.Rule.Name == "counted").Should().Be((int)counted.Sum(static status => status.Matches));
    }

    /// <summary>Commits what the last commit of a rule says, as another process does whose lease is over; before its first commit, does nothing.</summary>
    public async Task CommitAsSomebodyElseAsync(string rule)
    {
        var store = Store ?? new WritebackState(_server, Writeback, TimeSpan.FromDays(2), Clock).Store;
        var outcome = CommitOutcome.Conflict;
        while (outcome == CommitOutcome.Conflict && await store.LoadAsync(rule, TestContext.Current.CancellationToken) is { } state)
        {
            outcome = await store.CommitAsync(
                new RunCommit
                {
                    Rule = rule,
                    CommitId = Guid.NewGuid().ToString("N"),
                    PreviousCommitId = state.CommitId,
                    Lease = new RuleLease("somebody-else", state.Lease.Epoch + 1, Clock.GetUtcNow()),
                    Checkpoint = state.Checkpoint,
                },
                TestContext.Current.CancellationToken);
        }
    }

    public async Task<IReadOnlyList<StatusDocument>> StatusAsync(string rule)
    {
        if (Store is not null)
            return [.. _history.Documents.Where(static document => document.Kind == HistoryKind.Status).Select(static document => StatusDocument.Read(JsonElement.Parse(document.Content.Span))).Where(status => status.Rule == rule)];
        using (await _server.AskAsync(new SearchRequest("POST", $"/{Writeback}_status/_refresh"), TestContext.Current.CancellationToken))
        {
        }

        var request = new SearchRequest("POST", $"/{Writeback}_status/_search") { Body = Encoding.UTF8.GetBytes($$"""{"size": 1000, "query": {"match_phrase": {"rule_name": "{{rule}}"} } }""") };
        using var answer = await _server.AskAsync(request, TestContext.Current.CancellationToken);
        return [.. answer.Root.GetProperty("hits").GetProperty("hits").EnumerateArray().Select(static hit => StatusDocument.Read(hit.GetProperty("_source")))];
    }

    public async ValueTask DisposeAsync()
    {
        // An engine that stops waits for what is being sent, on the clock.
        var stop = _services.DisposeAsync().AsTask();
        while (!stop.IsCompleted)
            await Clock.AdvanceAsync(Step);
        await stop;
        _files.ForEach(static file => file.Dispose());
        _embedded.Dispose();
        _folder.Delete(recursive: true);
    }

    private FaultyStore? StoreOf(StoreKind kind)
    {
        if (kind == StoreKind.Writeback)
            return null;
        if (kind == StoreKind.Sqlite)
        {
            var store = new FaultyStore();
            OpenFile(store, LargestFile);
            return store;
        }

        var memory = new InMemoryStateStore();
        return new FaultyStore(memory, memory, _history);
    }

    // A limit below the size of the file means that size.
    private void OpenFile(FaultyStore store, long mostPages)
    {
        var options = new SqliteStateOptions { Path = Path.Combine(_folder.FullName, "state.db") };
        var file = new SqliteStateFile(options, Clock, SqliteSchema.Current, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {mostPages}"));
        store.Use(file.Store, file.Outbox, _history);
        _files.Add(file);
    }

    private ServiceProvider Compose(Action<ElastAlertBuilder>? configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<ILoggerFactory>(Logs);
        services.AddElastAlert(elastAlert =>
        {
            elastAlert.ConnectTo(new Uri("http://search:9200")).UseTransport((_, _) => Search).AddAlerter(Alerter.Register())
                .Configure(static options => options.RunEvery = TimeSpan.FromMinutes(1));
            if (Store is null)
                elastAlert.Configure(static options => options.WritebackIndex = Writeback);
            else
                elastAlert.UseState(_ => new StateServices(Store, Store, Store));
            elastAlert.AddRule("each", static rule => rule.Any().Index(Index).Realert(TimeSpan.Zero).Alert("collect").Set("max_query_size", 2))
                .AddRule("counted", static rule => rule.Frequency(1, TimeSpan.FromMinutes(1)).Index(Index).Realert(TimeSpan.Zero).Alert("collect")
                    .Set("use_count_query", true).Set("doc_type", "_doc").Set("query_delay", TimeSpan.FromMinutes(5)))
                .AddRule("held", static rule => rule.Any().Index(Index).Realert(TimeSpan.Zero).Alert("collect").Set("aggregation", TimeSpan.FromMinutes(4)));
            configure?.Invoke(elastAlert);
        });
        return services.BuildServiceProvider();
    }

    private async Task MoveAsync()
    {
        await ArriveAsync();
        await Clock.AdvanceAsync(Step);
        await SleepAsync();
        Moved();
    }

    // Each rule has a timer while it sleeps, and one for its lease; so has the check for files that changed, and a request.
    private async Task SleepAsync()
    {
        await Traffic.WaitAsync(TestContext.Current.CancellationToken);
        await Clock.WaitForTimersAsync((2 * Rules.Count) + 1, TestContext.Current.CancellationToken);
        await Traffic.WaitAsync(TestContext.Current.CancellationToken);
    }

    private void AddDocument()
    {
        var now = Clock.GetUtcNow();
        if (now.Second % 20 != 0)
            return;
        var id = string.Create(CultureInfo.InvariantCulture, $"d{_documents.Count}");
        var lines = $$"""{"create": {"_id": "{{id}}"} }""" + "\n" + $$"""{"@timestamp": "{{now.AddSeconds(-2):yyyy-MM-dd'T'HH:mm:ss'Z'}}"}""" + "\n";
        _arriving.Add((_documents.Count % 4 == 3 ? now.AddMinutes(4) : now, lines));
        _documents.Add(id);
    }

    private async Task ArriveAsync()
    {
        var now = Clock.GetUtcNow();
        if (IsServerDown)
            return;
        var arrived = _arriving.FindAll(document => document.Arrives <= now);
        _arriving.RemoveAll(document => document.Arrives <= now);
        if (arrived.Count > 0)
            await WriteAsync(string.Concat(arrived.Select(static document => document.Lines)));
    }

    private async Task WriteAsync(string lines)
    {
        var request = new SearchRequest("POST", $"/{Index}/_bulk?refresh=true") { Body = Encoding.UTF8.GetBytes(lines), ContentType = "application/x-ndjson" };
        using var answer = await _server.AskAsync(request, TestContext.Current.CancellationToken);
        answer.Root.GetProperty("errors").GetBoolean().Should().BeFalse();
    }
}
