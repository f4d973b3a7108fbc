using ElastAlert.Embedded;
using ElastAlert.Hosting;
using ElastAlert.Sqlite;
using ElastAlert.Testing;
using ElastAlert.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ElastAlert.KillHost;

/// <summary>Adds to the command line what a test needs: on a real server its own writeback indices are the state, else a SQLite file is.</summary>
internal static class Composition
{
    public static void Configure(IServiceCollection services, WorkFolder work, TestClock clock, FaultPoints faults)
    {
        var url = Environment.GetEnvironmentVariable("KILL_SERVER");
        ISearchTransport search = url is null ? Embedded(clock) : new PlainSearchTransport(new Uri(url));
        services.AddElastAlert(elastAlert => elastAlert
            .UseTransport((_, _) => new FaultTransport(search, faults))
            .Configure(options => options.LeaseTime = TimeSpan.FromSeconds(15)));
        if (url is null)
            services.AddElastAlert(elastAlert => elastAlert.UseState(_ => Sqlite(work, clock, faults)));
        services.AddSingleton<IHostedService>(provider => new ClockDriver(provider, work, clock, new ArrivingData(search, work.Data)));
    }

    private static EmbeddedSearchTransport Embedded(TestClock clock) => new(new EmbeddedSearch(clock));

    private static StateServices Sqlite(WorkFolder work, TestClock clock, FaultPoints faults)
    {
        var file = new SqliteStateFile(new SqliteStateOptions { Path = work.State }, clock);
        return new StateServices(
            new FaultStateStore(file.Store, faults), new FaultOutbox(file.Outbox, faults), new FaultHistory(file.History, faults), file.Silences);
    }
}
