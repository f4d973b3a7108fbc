using System.CommandLine;
using ElastAlert.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Cli.Commands;

/// <summary>Tells what became of the matches of a rule, and why.</summary>
internal sealed class WhyCommand
{
    private readonly CommandLineEnvironment _environment;
    private readonly Argument<string> _rule = new("rule") { Description = "The name of the rule." };
    private readonly Option<string> _config = new("--config") { Description = "The configuration file.", DefaultValueFactory = _ => "config.yaml", HelpName = "FILE" };
    private readonly Option<DateTimeOffset?> _at;

    private WhyCommand(CommandLineEnvironment environment)
    {
        _environment = environment;
        _at = new("--at") { Description = "The time of the matches.", CustomParser = result => Period.ParseMoment(result, environment.Time) };
    }

    public static Command Create(CommandLineEnvironment environment)
    {
        var why = new WhyCommand(environment);
        var command = new Command("why", "Tell why a rule did, or did not, alert.") { why._rule, why._config, why._at };
        command.SetAction(why.InvokeAsync);
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = EngineServices.Build(_environment, LogLevel.Warning, elastAlert => elastAlert.AddConfigurationFile(parsed.GetValue(_config)!));
        var rule = parsed.GetRequiredValue(_rule);
        var decisions = await host.Services.GetRequiredService<IElastAlertEngine>()
            .WhyAsync(rule, parsed.GetValue(_at), cancellationToken).ConfigureAwait(false);
        if (decisions.Count == 0)
            await _environment.Output.WriteLineAsync($"Nothing is known: the rule '{rule}' found no match then, or it is too long ago.").ConfigureAwait(false);
        foreach (var decision in decisions)
            await _environment.Output.WriteLineAsync(Sentence(decision)).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private static string Sentence(MatchDecision decision)
    {
        var document = decision.DocumentId is null ? "" : $" ({decision.DocumentId})";
        var until = decision.Until is { } moment ? $" until {IsoTime.Format(moment)}" : "";
        var by = decision.By is null ? "" : $" by {decision.By}";
        var alert = decision.AlertId is null ? "" : $", alert {decision.AlertId}";
        return $"{IsoTime.Format(decision.MatchTime)}{document}: {decision.Outcome.ToString().ToLowerInvariant()}{until}{by}{alert} (key {decision.SilenceKey}, decided {IsoTime.Format(decision.DecidedAt)})";
    }
}
