using ElastAlert.Alerters;
using ElastAlert.Hosting;
using ElastAlert.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ElastAlert.KillHost;

/// <summary>Adds to the command line what a test needs: on a real server its own writeback indices are the state, else a SQLite file is.</summary>
internal static class Composition
{
    public static void Configure(
        IServiceCollection services, WorkFolder work, SharedClock clock, FaultPoints faults, ISearchTransport search, ArrivingData data)
    {
        services.AddElastAlert(elastAlert => elastAlert.UseTransport((_, _) => new FaultTransport(search, faults)));
        services.AddSingleton(Command(faults));
        if (Environment.GetEnvironmentVariable("KILL_SERVER") is null)
            services.AddElastAlert(elastAlert => elastAlert.UseState(_ => Sqlite(work, clock, faults)));
        services.AddSingleton<IHostedService>(provider => new ClockDriver(provider, work, clock, data));
    }

    private static AlerterRegistration Command(FaultPoints faults)
    {
        var command = CoreAlerters.All.First(alerter => alerter.Name == "command");
        return command with { Create = context => new FaultAlerter(command.Create(context), faults) };
    }

    private static StateServices Sqlite(WorkFolder work, SharedClock clock, FaultPoints faults)
    {
        var file = new SqliteStateFile(new SqliteStateOptions { Path = work.State }, clock);
        return new StateServices(
            new FaultStateStore(file.Store, faults), new FaultOutbox(file.Outbox, faults), new FaultHistory(file.History, faults), file.Silences);
    }
}
