using System.CommandLine;
using ElastAlert.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Cli.Commands;

/// <summary>Lists alerts that could not be delivered, sends them again, or drops them.</summary>
internal sealed class OutboxCommand
{
    private readonly CommandLineEnvironment _environment;
    private readonly Option<string> _config = new("--config") { Description = "The configuration file.", DefaultValueFactory = _ => "config.yaml", HelpName = "FILE", Recursive = true };
    private readonly Option<string?> _rule = new("--rule") { Description = "Only the alerts of this rule." };
    private readonly Argument<string> _id = new("id") { Description = "The id of the alert." };

    private OutboxCommand(CommandLineEnvironment environment) => _environment = environment;

    public static Command Create(CommandLineEnvironment environment)
    {
        var outbox = new OutboxCommand(environment);
        var list = new Command("list", "List the alerts that were given up, with the reason.") { outbox._rule };
        list.SetAction(outbox.ListAsync);
        var retry = new Command("retry", "Let an alert be tried again.") { outbox._id };
        retry.SetAction(outbox.RetryAsync);
        var drop = new Command("drop", "Drop an alert for good.") { outbox._id };
        drop.SetAction(outbox.DropAsync);
        return new Command("outbox", "See and steer alerts that could not be delivered.") { outbox._config, list, retry, drop };
    }

    private async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = Build(parsed);
        var letters = await LettersOf(host).ListAsync(parsed.GetValue(_rule), cancellationToken).ConfigureAwait(false);
        foreach (var (alert, entry) in letters)
        {
            await _environment.Output.WriteLineAsync(
                $"{alert.Id}  {IsoTime.Format(alert.AlertTime)}  {alert.Rule}  {entry.Channel}  {entry.Attempts} attempts  {entry.LastError}").ConfigureAwait(false);
        }

        await _environment.Output.WriteLineAsync($"{letters.Count} dead letters.").ConfigureAwait(false);
        return ExitCode.Success;
    }

    private async Task<int> RetryAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = Build(parsed);
        var channels = await LettersOf(host).ResendAsync(parsed.GetRequiredValue(_id), cancellationToken).ConfigureAwait(false);
        return await AnswerAsync(channels > 0, $"It is tried again on {channels} channels.").ConfigureAwait(false);
    }

    private async Task<int> DropAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = Build(parsed);
        return await AnswerAsync(await LettersOf(host).DropAsync(parsed.GetRequiredValue(_id), cancellationToken).ConfigureAwait(false), "It is dropped.").ConfigureAwait(false);
    }

    private async Task<int> AnswerAsync(bool isDone, string sentence)
    {
        await (isDone ? _environment.Output : _environment.Error).WriteLineAsync(isDone ? sentence : "elastalert: no alert of this id was given up.").ConfigureAwait(false);
        return isDone ? ExitCode.Success : ExitCode.Failure;
    }

    private static IDeadLetters LettersOf(Microsoft.Extensions.Hosting.IHost host) => host.Services.GetRequiredService<IDeadLetters>();

    private Microsoft.Extensions.Hosting.IHost Build(ParseResult parsed) =>
        EngineServices.Build(_environment, LogLevel.Warning, elastAlert => elastAlert.AddConfigurationFile(parsed.GetValue(_config)!));
}
