using ElastAlert.Values;

namespace ElastAlert.Cli.Testing;

/// <summary>Shows an alert instead of sending it.</summary>
internal sealed class ShownAlerter(AlerterEntry entry, TextWriter output) : IAlerter
{
    public async Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"Alert for {alert.Rule.Name} at {IsoTime.Format(alert.Matches[0].Timestamp)} through {entry.Channel}: {alert.Subject}").ConfigureAwait(false);
        await output.WriteLineAsync(alert.Body).ConfigureAwait(false);
        return AlertReceipt.None;
    }
}
