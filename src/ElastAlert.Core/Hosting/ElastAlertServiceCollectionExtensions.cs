using ElastAlert;
using ElastAlert.Alerting.Text.Links;
using ElastAlert.Engine;
using ElastAlert.Engine.Rules;
using ElastAlert.Hosting;
using ElastAlert.Search.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds ElastAlert engines to a host.</summary>
public static class ElastAlertServiceCollectionExtensions
{
    private static readonly TimeSpan KibanaTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Adds the default engine, or says more about it: a hosted service, <see cref="IElastAlertEngine"/>, a health check and metrics.</summary>
    /// <remarks>
    /// What beats what:
    /// <list type="number">
    /// <item>what the host registers itself: <see cref="TimeProvider"/>, <see cref="IStateStore"/> with <see cref="IOutbox"/>;</item>
    /// <item>what is said in code, the later over the earlier;</item>
    /// <item>the environment variables that override a configuration file;</item>
    /// <item>the configuration file;</item>
    /// <item>the defaults.</item>
    /// </list>
    /// </remarks>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Says what the engine runs.</param>
    public static IServiceCollection AddElastAlert(this IServiceCollection services, Action<ElastAlertBuilder>? configure = null) =>
        services.AddElastAlert("", configure);

    /// <summary>Adds an engine with a name, or says more about it; its services are keyed by the name.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="name">The name, such as <c>tenant-b</c>; empty for the default engine.</param>
    /// <param name="configure">Says what the engine runs.</param>
    public static IServiceCollection AddElastAlert(this IServiceCollection services, string name, Action<ElastAlertBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        var definition = Find(services, name) ?? Add(services, name);
        configure?.Invoke(new ElastAlertBuilder(definition, services));
        return services;
    }

    private static EngineDefinition? Find(IServiceCollection services, string name) => services
        .Where(static service => !service.IsKeyedService)
        .Select(static service => service.ImplementationInstance)
        .OfType<EngineDefinition>()
        .FirstOrDefault(definition => definition.Name == name);

    private static EngineDefinition Add(IServiceCollection services, string name)
    {
        var definition = new EngineDefinition(name);
        services.AddSingleton(definition);
        AddShared(services);
        services.AddKeyedSingleton(name, (provider, _) => new EngineFactory(definition, provider));
        services.AddKeyedSingleton(name, static (provider, key) => provider.GetRequiredKeyedService<EngineFactory>(key).Create());
        AddAccess<IElastAlertEngine>(services, name, static (provider, key) => provider.GetRequiredKeyedService<ElastAlertEngine>(key));
        AddAccess(services, name, static (provider, key) => provider.GetRequiredKeyedService<ElastAlertEngine>(key).DeadLetters);
        AddAccess(services, name, static (provider, key) => new RuleProbe(provider.GetRequiredKeyedService<EngineFactory>(key)));
        AddAccess(services, name, static (provider, key) => provider.GetRequiredKeyedService<EngineFactory>(key).CreateRuleSource());
        AddAccess(services, name, static (provider, key) => provider.GetRequiredKeyedService<EngineFactory>(key).Global);
        AddAccess(services, name, static (provider, key) => provider.GetRequiredKeyedService<EngineFactory>(key).GlobalTransport);
        services.AddSingleton<IHostedService>(provider => new ElastAlertHostedService(provider.GetRequiredKeyedService<ElastAlertEngine>(name)));
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            name.Length == 0 ? "elastalert" : $"elastalert-{name}",
            provider => new ElastAlertHealthCheck(provider.GetRequiredKeyedService<IElastAlertEngine>(name)),
            failureStatus: null,
            tags: ["elastalert"]));
        return definition;
    }

    // What belongs to an engine has its name as key; what belongs to the default one is found without a key too.
    private static void AddAccess<T>(IServiceCollection services, string name, Func<IServiceProvider, object?, T> get)
        where T : class
    {
        services.TryAddKeyedSingleton(name, get);
        if (name.Length == 0)
            services.TryAddSingleton(static provider => provider.GetRequiredKeyedService<T>(""));
    }

    private static void AddShared(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddHttpClient();
        services.TryAddSingleton<SearchTransportFactory>();
        if (services.Any(static service => service.ServiceType == typeof(SearchHttpClients)))
            return;
        services.AddSingleton<SearchHttpClients>();
        AddKibana(services.AddHttpClient(DiscoverLinks.ClientName), verifiesCertificates: true);
        AddKibana(services.AddHttpClient(DiscoverLinks.UnverifiedClientName), verifiesCertificates: false);

        // The factory's own lines, four for each request, would drown those of the engine.
        services.Configure<LoggerFilterOptions>(static filter => filter.AddFilter("System.Net.Http.HttpClient.elastalert", LogLevel.Warning));
        services.AddSingleton<IConfigureOptions<HttpClientFactoryOptions>>(static provider => provider.GetRequiredService<SearchHttpClients>());
    }

    private static void AddKibana(IHttpClientBuilder builder, bool verifiesCertificates) => builder
        .ConfigureHttpClient(static client => client.Timeout = KibanaTimeout)
        .ConfigurePrimaryHttpMessageHandler(() =>
        {
            var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
            if (!verifiesCertificates)
            {
#pragma warning disable CA5359 // The rule says kibana_verify_certs: false.
                handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
            }

            return handler;
        });
}
