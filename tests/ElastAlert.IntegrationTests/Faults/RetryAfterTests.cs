using System.Collections.Concurrent;
using ElastAlert.Core.Tests.Engine;
using ElastAlert.Embedded;
using ElastAlert.Hosting;
using ElastAlert.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Delivers to real HTTP servers, one of which asks to wait.</summary>
public sealed class RetryAfterTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly ConcurrentQueue<(int Server, DateTimeOffset Moment, string Body)> _received = new();
    private readonly SemaphoreSlim _recorded = new(0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThreeChannels_TheSecondAnswers429WithRetryAfter30_OnlyItIsSentAgainAfter30Seconds()
    {
        await using var first = Server(0, static _ => new ScriptedHttpAnswer());
        await using var second = Server(1, static attempt => attempt == 0
            ? new ScriptedHttpAnswer(429, "{}") { Headers = new Dictionary<string, string> { ["Retry-After"] = "30" } }
            : new ScriptedHttpAnswer());
        await using var third = Server(2, static _ => new ScriptedHttpAnswer());
        using var search = new EmbeddedSearch(_clock);
        search.Index("logs", """{"@timestamp": "2024-05-01T11:59:00Z", "message": "boom"}""", "a");
        await using var services = Services(search, [first.Url, second.Url, third.Url]);
        var engine = services.GetRequiredService<IElastAlertEngine>();
        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StartAsync(Cancellation);
        var sent = _clock.GetUtcNow();

        await engine.RunAsync("three", Cancellation);
        await WaitForRecordsAsync(3);
        _received.Select(static request => request.Server).Should().BeEquivalentTo([0, 1, 2]);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        _received.Should().HaveCount(3);
        await _clock.AdvanceAsync(TimeSpan.FromTicks(1));
        await WaitForRecordsAsync(2);
        await _clock.AdvanceAsync(TimeSpan.FromHours(1));

        _received.Select(static request => (request.Server, request.Moment)).Should().BeEquivalentTo(
            [(0, sent), (1, sent), (2, sent), (1, sent.AddSeconds(30))]);
        _received.Select(static request => request.Body).Distinct().Should().ContainSingle();
        engine.Rules.Single().PendingAlerts.Should().Be(0);
    }

    public void Dispose() => _recorded.Dispose();

    private ScriptedHttpServer Server(int number, Func<int, ScriptedHttpAnswer> answer)
    {
        var attempts = 0;
        return new ScriptedHttpServer(request =>
        {
            _received.Enqueue((number, _clock.GetUtcNow(), request.Text()));
            return answer(attempts++);
        });
    }

    // Three outcomes of three first attempts; then that of the second attempt, and the removal of the settled alert.
    private async Task WaitForRecordsAsync(int count)
    {
        for (var left = count; left > 0; left--)
            await _recorded.WaitAsync(Cancellation);
    }

    private ServiceProvider Services(EmbeddedSearch search, IReadOnlyList<Uri> urls)
    {
        var store = new FaultyStore
        {
            Before = step =>
            {
                if (step == "recorded")
                    _recorded.Release();
                return Task.CompletedTask;
            },
        };
        return new ServiceCollection().AddSingleton<TimeProvider>(_clock)
            .AddElastAlert(elastAlert => elastAlert
                .UseEmbeddedSearch(search).ConnectTo(new Uri("http://search:9200")).UseState(_ => new StateServices(store, store)).AddServiceAlerters()
                .AddRule("three", rule =>
                {
                    rule.Any().Index("logs").Realert(TimeSpan.Zero).RunEvery(TimeSpan.FromHours(2)).BufferTime(TimeSpan.FromHours(1));
                    foreach (var url in urls)
                        rule.Alert("post", new Address { HttpPostUrl = url.ToString() });
                }))
            .BuildServiceProvider();
    }

    private sealed class Address
    {
        public string HttpPostUrl { get; init; } = "";
    }
}
