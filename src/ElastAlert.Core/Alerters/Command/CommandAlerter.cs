using System.Text;
using ElastAlert.Alerting.Text;
using ElastAlert.Alerting.Text.Placeholders;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Command;

/// <summary>Delivers an alert by running a command.</summary>
internal sealed class CommandAlerter(CommandAlerterOptions options, ICommandLauncher launcher) : IAlerter
{
    private readonly List<PlaceholderText> _templates = [.. options.Command.Select(static text => new PlaceholderText(text))];

    public async Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var arguments = Resolve(alert.Matches[0].Fields);
        var start = new CommandStart(arguments, options.IsShellLine)
        {
            AlertId = alert.Id,
            Input = Input(alert),
            Timeout = options.IsAwaited ? options.CommandTimeout : null,
        };
        var exitStatus = await launcher.RunAsync(start, cancellationToken).ConfigureAwait(false);
        if (options.FailOnNonZeroExit && exitStatus is { } status and not 0)
            throw new AlertDeliveryException($"The command {start.Program} ended with exit status {status}.");
        return new AlertReceipt { Values = new Dictionary<string, string> { ["command"] = string.Join(' ', arguments) } };
    }

    private List<string> Resolve(Document match)
    {
        var fields = new PlaceholderFields(match);
        Func<string, string> quote = options.IsShellLine ? ShellQuoting.Quote : static text => text;
        return [.. _templates.Select(template => template.Fill(fields, quote))];
    }

    private byte[]? Input(Alert alert)
    {
        if (options.PipeMatchJson)
            return Encoding.UTF8.GetBytes(PythonJson.Of(alert.Matches.Select(static match => match.Fields)) + "\n");
        return options.PipeAlertText ? Encoding.UTF8.GetBytes(alert.Body) : null;
    }
}
