using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ElastAlert.KillHost;

/// <summary>Moves the clock from one moment at which something happens to the next, as soon as the engine has nothing left to do; stops the host at the end.</summary>
internal sealed class ClockDriver(IServiceProvider services, WorkFolder work, SharedClock clock, ArrivingData data) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    // Each rule sleeps until its next run, and so does what keeps its lease; one timer more is for changed rules.
    private readonly int _sleepers = (2 * work.Rules) + 1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var engine = services.GetRequiredService<IElastAlertEngine>();
        var end = work.End;
        while (true)
        {
            await WaitUntilQuietAsync(engine, stoppingToken);
            var now = clock.GetUtcNow();
            if (now >= end)
                break;
            if (work.IsDriver)
                await MoveAsync(end);
        }

        services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
    }

    // Documents are there before the clock shows the moment of their arrival, so that a run of that moment sees them in any case.
    private async Task MoveAsync(DateTimeOffset end)
    {
        var next = new[] { clock.NextTimer, data.Next, end }.Min();
        await data.ArriveAsync(next);
        clock.MoveTo(next);
    }

    private async Task WaitUntilQuietAsync(IElastAlertEngine engine, CancellationToken stoppingToken)
    {
        do
        {
            await Task.Delay(Pause, TimeProvider.System, stoppingToken);
            if (!clock.IsBehind)
                continue;
            await data.ArriveAsync(clock.GetUtcNow());
            clock.CatchUp();
        }
        while (!IsQuiet(engine));
    }

    private bool IsQuiet(IElastAlertEngine engine)
    {
        if (clock.IsBehind || clock.ActiveTimers < _sleepers)
            return false;
        var now = clock.GetUtcNow();
        return engine.Rules.All(rule => rule.NextRun > now && rule.PendingAlerts == 0);
    }
}
