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
    private const int Few = 25_000;
    private const int Many = 100_000;

    // A run that kept its documents would hold 30 MiB more, one that kept its matches 50 MiB.
    private const long Tolerance = 12 * 1024 * 1024;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(100);

    [Theory]
    [InlineData("frequency")]
    [InlineData("any")]
    public async Task RunSpan_FourTimesTheHits_HoldsNoMoreMemory(string type)
    {
        await PeaksAsync(type, 10_000);
        var few = await PeaksAsync(type, Few);

        var many = await PeaksAsync(type, Many);

        many.Reading.Should().BeLessThan(few.Reading + Tolerance);
        many.Deciding.Should().BeLessThan(few.Deciding + Tolerance);
    }

    [Fact]
    public async Task RunSpan_InterruptedWhileItDecides_HoldsNoMoreMemoryWhenItGoesOn()
    {
        await PeakOfSecondLifeAsync(10_000);
        var few = await PeakOfSecondLifeAsync(Few);

        var many = await PeakOfSecondLifeAsync(Many);

        many.Alive.Should().BeLessThan(few.Alive + Tolerance);
        many.Loaded.Should().BeLessThan(few.Loaded + Tolerance);
    }

    // What is alive is looked at when a page is asked for, and at every commit after the last page. The last span of buffer_time is
    // remembered, so it has few documents.
    private static async Task<(long Reading, long Deciding)> PeaksAsync(string type, int hits)
    {
        using var world = new World(hits);
        var (reading, deciding, isRead) = (0L, 0L, false);
        world.Log.PageAsked = first =>
        {
            reading = Math.Max(reading, Alive());
            isRead = first + PageSize >= hits;
        };
        world.Store.Committing = () => deciding = isRead ? Math.Max(deciding, Alive()) : 0;

        var report = await world.RunAsync(type);

        report.Hits.Should().Be(hits);
        deciding.Should().BePositive();
        return (reading, deciding);
    }

    private static async Task<(long Alive, long Loaded)> PeakOfSecondLifeAsync(int hits)
    {
        using var world = new World(hits);
        var (peak, left) = (0L, int.MaxValue);
        world.Log.PageAsked = first => left = first + PageSize >= hits ? 4 : left;
        world.Store.Committing = () =>
        {
            if (left-- == 0)
                throw new IOException("The disk is gone.");
        };
        (await world.RunAsync("any")).Error.Should().NotBeNull();
        world.Log.PageAsked = null;
        world.Store.Committing = () => peak = Math.Max(peak, Alive());

        (await world.RunAsync("any")).Hits.Should().Be(hits);

        return (peak, world.Store.Loaded);
    }

    private static long Alive() => GC.GetTotalMemory(forceFullCollection: true);

    /// <summary>Is a long log, a state file, and lives of an engine that runs a rule over it.</summary>
    private sealed class World : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastalert-tests.");
        private readonly SqliteStateFile _file;

        public World(int hits)
        {
            _file = new SqliteStateFile(new SqliteStateOptions { Path = Path.Combine(_folder.FullName, "state.db") }, TimeProvider.System);
            Store = new WatchedStore(_file.Store);
            Log = new GeneratedLog(hits, Some.Moment, Span / hits);
        }

        public GeneratedLog Log { get; }

        public WatchedStore Store { get; }

        public async Task<RunReport> RunAsync(string type)
        {
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(new TestClock(Some.Moment + Span));
            services.AddElastAlert(elastAlert => elastAlert
                .UseTransport((_, _) => Log)
                .UseState(_ => new StateServices(Store, _file.Outbox, _file.History, _file.Silences))
                .AddAlerter(new CollectingAlerter().Register())
                .AddRule("long run", rule => Type(rule, type)
                    .Index("shop-*").BufferTime(Span / 20).Realert(TimeSpan.FromHours(1)).Set("max_query_size", PageSize).Set("alert", "collect")));
            await using var provider = services.BuildServiceProvider();
            var engine = provider.GetRequiredService<IElastAlertEngine>();
            return (await engine.RunSpanAsync(Some.Moment, Some.Moment + Span, TestContext.Current.CancellationToken))[0];
        }

        public void Dispose()
        {
            _file.Dispose();
            _folder.Delete(recursive: true);
        }

        private static RuleBuilder Type(RuleBuilder rule, string type) => type == "any" ? rule.Any() : rule.Frequency(50, TimeSpan.FromMinutes(1));
    }
}
