using ElastAlert.Embedded;
using ElastAlert.Hosting;
using ElastAlert.State.InMemory;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Testing;

/// <summary>Runs one rule on documents that a test writes, at a time that the test sets: the real engine, on the embedded search server.</summary>
/// <remarks>The alerter <c>collect</c> is there; what the rule sends through it, and the report of its run, are the result.</remarks>
public sealed class RuleTestHost : IAsyncDisposable
{
    private const string RuleName = "rule under test";

    private readonly EmbeddedSearch _search;
    private readonly ServiceProvider _services;
    private readonly CollectingAlerter _collected;

    private RuleTestHost(TestClock clock, EmbeddedSearch search, CollectingAlerter collected, ServiceProvider services)
    {
        Clock = clock;
        _search = search;
        _collected = collected;
        _services = services;
    }

    /// <summary>Gets the clock; it stands at noon of the first of May 2024 until the test moves it.</summary>
    public TestClock Clock { get; }

    /// <summary>Makes a host for one rule.</summary>
    /// <param name="rule">Writes the rule; without an alerter of its own it gets <c>collect</c>.</param>
    /// <param name="configure">Adds what the rule needs, such as a rule type.</param>
    public static RuleTestHost Create(Action<RuleBuilder> rule, Action<ElastAlertBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var clock = new TestClock();
        var search = new EmbeddedSearch(clock);
        var collected = new CollectingAlerter();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddElastAlert(elastAlert =>
        {
            elastAlert.UseEmbeddedSearch(search).UseState(static _ => Forgetful()).AddAlerter(collected.Register());
            elastAlert.AddRule(RuleName, written =>
            {
                written.Set("alert", "collect");
                rule(written);
            });
            configure?.Invoke(elastAlert);
        });
        return new RuleTestHost(clock, search, collected, services.BuildServiceProvider());
    }

    /// <summary>Writes documents.</summary>
    /// <param name="index">The index.</param>
    /// <param name="documents">The documents in JSON.</param>
    public void Index(string index, params IEnumerable<string> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        foreach (var document in documents)
            _search.Index(index, document);
    }

    /// <summary>Runs the rule once, up to the time of the clock.</summary>
    /// <param name="start">Where the run begins, or <see langword="null"/> for where a first run begins: <c>buffer_time</c> before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="RuleLoadException">The rule has errors.</exception>
    public async Task<RuleTestResult> RunAsync(DateTimeOffset? start = null, CancellationToken cancellationToken = default)
    {
        var before = _collected.Alerts.Count;
        var reports = await Engine.RunSpanAsync(start, Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return new RuleTestResult(reports.Single(), [.. _collected.Alerts.Skip(before)]);
    }

    /// <summary>Runs the rule as if it were live, every <c>run_every</c>, up to the time of the clock.</summary>
    /// <param name="start">The time of the first run.</param>
    /// <param name="cancellationToken">Ends the runs.</param>
    /// <returns>What was delivered when.</returns>
    /// <exception cref="RuleLoadException">The rule has errors.</exception>
    public async Task<IReadOnlyList<ReplayedDelivery>> ReplayAsync(DateTimeOffset start, CancellationToken cancellationToken = default)
    {
        var deliveries = new List<ReplayedDelivery>();
        await foreach (var delivery in Engine.ReplayAsync(start, Clock.GetUtcNow(), deliver: true, cancellationToken).ConfigureAwait(false))
            deliveries.Add(delivery);
        return deliveries;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync().ConfigureAwait(false);
        _search.Dispose();
    }

    private IElastAlertEngine Engine => _services.GetRequiredService<IElastAlertEngine>();

    private static StateServices Forgetful()
    {
        var store = new InMemoryStateStore();
        var history = new InMemoryHistory();
        return new StateServices(store, store, history, history);
    }
}
