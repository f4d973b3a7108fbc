using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerters.Sockets;

namespace ElastAlert.Alerters.Gelf;

/// <summary>Writes alerts to a GELF input over TCP, each ended by a zero.</summary>
internal sealed class GelfTcpAlerter(GelfAlerterOptions options, GelfMessages messages, SocketSender sender) : IAlerter
{
    public async Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var message = await messages.WriteAsync(alert, cancellationToken).ConfigureAwait(false);
        byte[] line = [.. message.ToAscii(), 0];
        return await sender.TalkAsync(options.Input, (stream, token) => WriteAsync(stream, line, token), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AlertReceipt> WriteAsync(Stream stream, byte[] line, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(line, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        return AlertReceipt.None;
    }
}
