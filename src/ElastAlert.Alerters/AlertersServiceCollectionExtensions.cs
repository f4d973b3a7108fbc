using ElastAlert;
using ElastAlert.Alerters;
using ElastAlert.Alerters.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the alerters of this package to a host.</summary>
public static class AlertersServiceCollectionExtensions
{
    /// <summary>Adds the alerters that talk to a service: mail, chat, tickets, incidents, queues, logs, HTTP.</summary>
    /// <remarks>
    /// What they send over HTTP goes through the client <c>ElastAlert.Alerters</c> of <see cref="IHttpClientFactory"/>, to which a host can add
    /// handlers of its own. An <see cref="AlerterRegistration"/> that the host adds afterwards wins over one of the same name.
    /// </remarks>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddElastAlertAlerters(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        if (services.Any(static service => service.ServiceType == typeof(AlertersMarker)))
            return services;
        services.AddSingleton<AlertersMarker>();
        foreach (var alerter in BuiltInAlerters.All)
            services.AddSingleton(alerter);
        services.AddHttpClient(AlertHttpSender.ClientName)
            .ConfigurePrimaryHttpMessageHandler(static () => new AlerterHttpHandler())
            // The handler renews its connections itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The usual log lines hold whole addresses, and those of webhooks are secret.
            .RemoveAllLoggers();
        return services;
    }

    private sealed class AlertersMarker;
}
