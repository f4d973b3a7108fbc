using ElastAlert.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ElastAlert.KillHost;

/// <summary>Moves the clock as soon as the engine has nothing left to do, and stops the host at the end.</summary>
internal sealed class ClockDriver(IServiceProvider services, WorkFolder work, TestClock clock, ArrivingData data) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var engine = services.GetRequiredService<IElastAlertEngine>();
        await data.ArriveAsync(clock.GetUtcNow());
        await WaitUntilQuietAsync(engine, stoppingToken);
        while (work.Move(clock))
        {
            await data.ArriveAsync(clock.GetUtcNow());
            await WaitUntilQuietAsync(engine, stoppingToken);
        }

        services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
    }

    // Twice in a row: what a delivery or a held alert starts is not visible at once.
    private async Task WaitUntilQuietAsync(IElastAlertEngine engine, CancellationToken stoppingToken)
    {
        for (var quiet = 0; quiet < 2; quiet = IsQuiet(engine) ? quiet + 1 : 0)
            await Task.Delay(Pause, TimeProvider.System, stoppingToken);
    }

    private bool IsQuiet(IElastAlertEngine engine) =>
        engine.Rules.Count > 0 && engine.Rules.All(rule => rule.NextRun > clock.GetUtcNow() && rule.PendingAlerts == 0);
}
