using System.Globalization;
using System.Text;
using ElastAlert.Embedded;
using ElastAlert.Hosting;
using ElastAlert.State.InMemory;
using ElastAlert.Testing;
using ElastAlert.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ElastAlert.Benchmarks.Runs;

/// <summary>Measures what a run reads from the server, minute after minute, against reading <c>buffer_time</c> anew every time.</summary>
internal static class SteadyState
{
    private const int PerMinute = 600;
    private const int Buffer = 15;
    private const int Minutes = 45;

    // A server takes a moment without a fraction for the whole second, and clocks rarely stand at one.
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 8, 0, 0, 123, TimeSpan.Zero);

    /// <summary>Measures without late documents, with some, and with many.</summary>
    /// <returns>0.</returns>
    public static async Task<int> MeasureAsync()
    {
        Console.WriteLine($"{"late a minute",13} {"read by",10} {"requests",9} {"documents",10} {"bytes",9}   (per run; {PerMinute} documents a minute)");
        foreach (var late in (int[])[0, 6, 60])
            await MeasureAsync(late);
        return 0;
    }

    private static async Task MeasureAsync(int late)
    {
        var clock = new TestClock(Start);
        using var search = new EmbeddedSearch(clock);
        var engine = new ReadCounter(new EmbeddedSearchTransport(search));
        var anew = new ReadCounter(new EmbeddedSearchTransport(search));
        await using var services = Services(clock, engine);
        var hosted = services.GetServices<IHostedService>().ToList();
        var hits = 0L;
        search.Index("shop", Event(Start, -1));
        foreach (var service in hosted)
            await service.StartAsync(CancellationToken.None);
        var before = (engine.Requests, engine.Documents, engine.Bytes);
        for (var minute = 1; minute <= Minutes; minute++)
        {
            Write(search, clock.GetUtcNow(), minute, late);
            if (minute == Buffer + 1)
                before = (engine.Requests, engine.Documents, engine.Bytes);
            await clock.AdvanceAsync(TimeSpan.FromMinutes(1));
            var report = await services.GetRequiredService<IElastAlertEngine>().RunAsync("steady", CancellationToken.None);
            hits = report.Hits;
            if (minute > Buffer)
                await ReadAnewAsync(anew, clock.GetUtcNow());
        }

        foreach (var service in hosted)
            await service.StopAsync(CancellationToken.None);
        Print(late, "engine", engine.Requests - before.Requests, engine.Documents - before.Documents, engine.Bytes - before.Bytes);
        Print(late, "re-reading", anew.Requests, anew.Documents, anew.Bytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",13} hits of the last run, as reported: {hits}"));
    }

    private static void Print(int late, string name, long requests, long documents, long bytes)
    {
        double runs = Minutes - Buffer;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{late,13} {name,10} {requests / runs,9:0.0} {documents / runs,10:0} {bytes / runs / 1024,6:0} KiB"));
    }

    // Documents of the coming minute, and some of five minutes ago.
    private static void Write(EmbeddedSearch search, DateTimeOffset now, int minute, int late)
    {
        for (var place = 0; place < PerMinute; place++)
            search.Index("shop", Event(now + (TimeSpan.FromMinutes(1) * (place + 0.5) / PerMinute), minute + place));
        for (var place = 0; minute > 5 && place < late; place++)
            search.Index("shop", Event(now - TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(place % 60), place));
    }

    private static string Event(DateTimeOffset moment, int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"@timestamp":"{{IsoTime.Format(moment)}}","message":"GET /cart/{{number}} took {{number % 883}} ms","level":"info","status":200,
        "bytes":{{number * 7}},"session":"s{{number % 2003}}","host":{"name":"web-{{number % 100}}" },"user":{"name":"user{{number % 503}}" } }
        """);

    private static async Task ReadAnewAsync(ReadCounter server, DateTimeOffset now)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $$"""
            { "query": { "range": { "@timestamp": { "gt": "{{IsoTime.Format(now.AddMinutes(-Buffer))}}", "lte": "{{IsoTime.Format(now)}}" } } },
              "sort": [{ "@timestamp": { "order": "asc" } }] }
            """);
        await using var answer = await server.SendAsync(
            new SearchRequest("POST", "/shop/_search?size=10000") { Body = Encoding.UTF8.GetBytes(query) }, CancellationToken.None);
    }

    // The rule is run by hand, so that every minute has exactly one run, however busy the machine is.
    private static ServiceProvider Services(TestClock clock, ReadCounter transport)
    {
        var services = new ServiceCollection();
        var store = new InMemoryStateStore();
        var history = new InMemoryHistory();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddElastAlert(elastAlert => elastAlert
            .UseTransport((_, _) => transport)
            .UseState(_ => new StateServices(store, store, history, history))
            .AddAlerter(new CollectingAlerter().Register())
            .AddRule("steady", static rule => rule
                .Index("shop").Frequency(1_000_000, TimeSpan.FromMinutes(5)).RunEvery(TimeSpan.FromDays(1)).BufferTime(TimeSpan.FromMinutes(Buffer)).Set("alert", "collect")));
        return services.BuildServiceProvider();
    }
}
