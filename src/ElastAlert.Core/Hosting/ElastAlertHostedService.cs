using ElastAlert.Engine;
using Microsoft.Extensions.Hosting;

namespace ElastAlert.Hosting;

/// <summary>Starts an engine with its host and stops it with it.</summary>
internal sealed class ElastAlertHostedService(ElastAlertEngine engine) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => engine.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync();
}
