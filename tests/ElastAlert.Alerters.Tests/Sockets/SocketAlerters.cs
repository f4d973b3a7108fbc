using ElastAlert.Alerters.Tests.Http;
using ElastAlert.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Alerters.Tests.Sockets;

/// <summary>Makes alerters that talk over sockets.</summary>
internal sealed class SocketAlerters
{
    public TestClock Clock { get; } = new();

    public CollectingLoggerFactory Loggers { get; } = new();

    /// <summary>Makes an alerter as a host would.</summary>
    public IAlerter Create(string name, string options)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddSingleton<ILoggerFactory>(Loggers).AddElastAlertAlerters();
        return TestAlerters.Create(services.BuildServiceProvider(), name, options);
    }

    /// <summary>Sends an alert, which fails.</summary>
    public static async Task<AlertDeliveryException> FailureAsync(IAlerter alerter, Alert? alert = null)
    {
        var act = () => alerter.SendAsync(alert ?? Some.Alert(), CancellationToken.None);
        return (await act.Should().ThrowAsync<AlertDeliveryException>()).Which;
    }
}
