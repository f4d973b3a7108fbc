using System.CommandLine;
using ElastAlert.Cli.Commands;
using ElastAlert.Embedded;
using ElastAlert.Hosting;
using ElastAlert.State.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Cli.Testing;

/// <summary>Builds the host of a rule test: state and record in memory, so that nothing is written anywhere.</summary>
internal static class RuleTestServices
{
    public static IHost Build(
        CommandLineEnvironment environment, ParseResult parsed, TestRuleOptions options, EmbeddedSearch? data, IReadOnlyList<AlerterRegistration>? alerters)
    {
        var config = parsed.GetValue(options.Config) ?? (File.Exists("config.yaml") ? "config.yaml" : null);
        return EngineServices.Build(environment, LogLevel.Information, elastAlert =>
        {
            if (config is not null)
                elastAlert.AddConfigurationFile(config);
            elastAlert.Configure(settings =>
            {
                settings.Rule = parsed.GetRequiredValue(options.Rule);
                settings.RulesFolders = [];
                settings.RunEvery = config is null ? TimeSpan.FromMinutes(5) : null;
                settings.BufferTime = config is null ? TimeSpan.FromMinutes(45) : null;
            });
            var store = new InMemoryStateStore();
            var history = new InMemoryHistory();
            elastAlert.Services.AddSingleton(history);
            elastAlert.UseState(_ => new StateServices(store, store, history, history));
            if (data is not null)
                elastAlert.UseEmbeddedSearch(data);
            foreach (var alerter in alerters ?? [])
                elastAlert.AddAlerter(alerter);
        });
    }
}
