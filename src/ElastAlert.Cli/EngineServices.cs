using ElastAlert.Cli.Logging;
using ElastAlert.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Cli;

/// <summary>Builds the host in which a command runs an engine.</summary>
internal static class EngineServices
{
    public static IHost Build(CommandLineEnvironment environment, LogLevel level, Action<ElastAlertBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(level);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("System", LogLevel.Warning);
        builder.Logging.Services.AddSingleton<ILoggerProvider>(new LineLoggerProvider(environment.Error));
        builder.Services.AddSingleton(environment.Time);
        environment.ConfigureServices?.Invoke(builder.Services);
        builder.Services.AddElastAlert(elastAlert =>
        {
            elastAlert.AddServiceAlerters().Configure(options => options.Environment = environment.Variables);
            configure(elastAlert);
        });
        return builder.Build();
    }
}
