using ElastAlert.Hosting;
using ElastAlert.Testing;
using ElastAlert.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Sqlite.Tests;

[Collection(nameof(LongRunMemoryTests))]
[CollectionDefinition(nameof(LongRunMemoryTests), DisableParallelization = true)]
[Trait("Category", "Memory")]
public sealed class LongRunMemoryTests
{
    private const int PageSize = 500;

    // A run that kept its documents would hold 30 MiB more.
    private const long Tolerance = 20 * 1024 * 1024;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(100);

    [Theory]
    [InlineData("frequency")]
    [InlineData("any")]
    public async Task RunSpan_FourTimesTheHits_HoldsNoMoreMemory(string type)
    {
        await PeakAsync(type, 10_000);
        var few = await PeakAsync(type, 25_000);

        var many = await PeakAsync(type, 100_000);

        many.Should().BeLessThan(few + Tolerance);
    }

    // What is alive is looked at when a page is asked for; the last span of buffer_time is remembered, so it has few documents.
    private static async Task<long> PeakAsync(string type, int hits)
    {
        var folder = Directory.CreateTempSubdirectory("elastalert-tests.");
        try
        {
            var peak = 0L;
            var log = new GeneratedLog(hits, Some.Moment, Span / hits) { PageAsked = _ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true)) };
            await using var services = Services(type, log, Path.Combine(folder.FullName, "state.db"));
            var reports = await services.GetRequiredService<IElastAlertEngine>().RunSpanAsync(Some.Moment, Some.Moment + Span, TestContext.Current.CancellationToken);
            reports[0].Hits.Should().Be(hits);
            return peak;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ServiceProvider Services(string type, GeneratedLog log, string path)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new TestClock(Some.Moment + Span));
        services.AddElastAlert(elastAlert => elastAlert
            .UseTransport((_, _) => log)
            .UseSqlite(path)
            .AddAlerter(new CollectingAlerter().Register())
            .AddRule("long run", rule => Type(rule, type)
                .Index("shop-*").BufferTime(Span / 20).Realert(TimeSpan.FromHours(1)).Set("max_query_size", PageSize).Set("alert", "collect")));
        return services.BuildServiceProvider();
    }

    private static RuleBuilder Type(RuleBuilder rule, string type) => type == "any" ? rule.Any() : rule.Frequency(50, TimeSpan.FromMinutes(1));
}
