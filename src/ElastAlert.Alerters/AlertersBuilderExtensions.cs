using ElastAlert.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the alerters of this package to engines.</summary>
public static class AlertersBuilderExtensions
{
    /// <summary>Adds the alerters that talk to a service: mail, chat, tickets, incidents, queues, logs, HTTP.</summary>
    /// <param name="builder">The engine; every engine of the host gets them.</param>
    public static ElastAlertBuilder AddServiceAlerters(this ElastAlertBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddElastAlertAlerters();
        return builder;
    }
}
