using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerters.Sockets;

namespace ElastAlert.Alerters.Gelf;

/// <summary>Sends alerts to a GELF input over UDP, long ones in chunks.</summary>
internal sealed class GelfUdpAlerter(GelfAlerterOptions options, GelfMessages messages, SocketSender sender) : IAlerter
{
    public async Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var message = await messages.WriteAsync(alert, cancellationToken).ConfigureAwait(false);
        await sender.SendAsync(options.Input, GelfChunks.Of(message.ToAscii()), cancellationToken).ConfigureAwait(false);
        return AlertReceipt.None;
    }
}
