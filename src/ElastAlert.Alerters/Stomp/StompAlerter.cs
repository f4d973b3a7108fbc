using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerters.Sockets;

namespace ElastAlert.Alerters.Stomp;

/// <summary>Hands alerts to a message broker.</summary>
internal sealed class StompAlerter(StompAlerterOptions options, StompMessages messages, SocketSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var message = messages.Write(alert).ToAscii();
        return sender.TalkAsync(options.Broker, (stream, token) => DeliverAsync(stream, message, token), cancellationToken);
    }

    private async Task<AlertReceipt> DeliverAsync(Stream stream, byte[] message, CancellationToken cancellationToken)
    {
        await new StompSession(stream, options).DeliverAsync(message, cancellationToken).ConfigureAwait(false);
        return AlertReceipt.None;
    }
}
