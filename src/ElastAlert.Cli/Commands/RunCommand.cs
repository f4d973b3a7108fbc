using System.CommandLine;
using ElastAlert.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Cli.Commands;

/// <summary>Runs rules: until stopped, over a span, or just to silence one.</summary>
internal sealed class RunCommand(CommandLineEnvironment environment, RunOptions options)
{
    public async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(parsed).ConfigureAwait(false))
            return ExitCode.Failure;
        using var host = EngineServices.Build(environment, LevelOf(parsed), elastAlert => Configure(elastAlert, parsed));
        var engine = host.Services.GetRequiredService<IElastAlertEngine>();
        if (parsed.GetValue(options.PrometheusPort) is not null)
            await environment.Error.WriteLineAsync("WARNING:elastalert:--prometheus_port is not there yet: the metrics can be read from the .NET meter 'ElastAlert'").ConfigureAwait(false);
        if (parsed.GetValue(options.Silence) is { } period)
            return await SilenceAsync(engine, period, parsed, cancellationToken).ConfigureAwait(false);
        if (parsed.GetValue(options.Patience) is { } patience && patience > TimeSpan.Zero
            && !await PatienceOf(host.Services).WaitAsync(patience, cancellationToken).ConfigureAwait(false))
            return ExitCode.Failure;
        if (parsed.GetValue(options.End) is { } end)
        {
            await engine.RunSpanAsync(parsed.GetValue(options.Start), end, cancellationToken).ConfigureAwait(false);
            return ExitCode.Success;
        }

        await host.RunAsync(cancellationToken).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private WritebackPatience PatienceOf(IServiceProvider services) =>
        new(environment, services.GetRequiredService<GlobalOptions>(), services.GetRequiredService<ISearchTransport>());

    private async Task<bool> RefuseAsync(ParseResult parsed)
    {
        if (parsed.GetValue(options.Silence) is null)
            return false;
        var reason = parsed.GetValue(options.Debug) ? "--silence writes, and --debug writes nothing: use one of them."
            : parsed.GetValue(options.Rule) is null ? "--silence needs --rule FILE, which says what to silence."
            : null;
        if (reason is not null)
            await environment.Error.WriteLineAsync($"elastalert: {reason}").ConfigureAwait(false);
        return reason is not null;
    }

    private LogLevel LevelOf(ParseResult parsed) =>
        parsed.GetValue(options.Verbose) || parsed.GetValue(options.Debug) ? LogLevel.Information : LogLevel.Warning;

    private void Configure(ElastAlertBuilder elastAlert, ParseResult parsed)
    {
        var isLogged = parsed.GetValue(options.EsDebug);
        var file = parsed.GetValue(options.EsDebugTrace);
        if (isLogged || file is not null)
            elastAlert.TraceRequests(new RequestTrace(environment, isLogged, file).Add);
        ConfigureRules(elastAlert, parsed);
    }

    private void ConfigureRules(ElastAlertBuilder elastAlert, ParseResult parsed) => elastAlert
        .AddConfigurationFile(parsed.GetValue(options.Config)!)
        .Configure(settings =>
        {
            settings.Debug = parsed.GetValue(options.Debug);
            settings.PinRules = parsed.GetValue(options.PinRules);
            settings.Rule = parsed.GetValue(options.Rule);
            settings.Start = parsed.GetValue(options.End) is null ? parsed.GetValue(options.Start) : null;
        });

    private async Task<int> SilenceAsync(IElastAlertEngine engine, TimeSpan period, ParseResult parsed, CancellationToken cancellationToken)
    {
        await engine.ReloadAsync(cancellationToken).ConfigureAwait(false);
        if (engine.Rules.Count == 0)
        {
            await environment.Error.WriteLineAsync($"elastalert: no enabled rule is named by --rule {parsed.GetValue(options.Rule)}.").ConfigureAwait(false);
            return ExitCode.Failure;
        }

        var value = parsed.GetValue(options.SilenceQueryKeyValue);
        var silence = await engine.SilenceAsync(engine.Rules[0].Rule.Name, period, value, cancellationToken).ConfigureAwait(false);
        await environment.Output.WriteLineAsync($"Silenced {silence.Key} until {Values.IsoTime.Format(silence.Until)}").ConfigureAwait(false);
        return ExitCode.Success;
    }
}
