using System.Net.Sockets;
using System.Text;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Stomp;

/// <summary>Leads the conversation that hands one message to a broker.</summary>
internal sealed class StompSession(Stream stream, StompAlerterOptions options)
{
    private const string Receipt = "1";

    private readonly StompReader _reader = new(stream);

    /// <summary>Hands a message over, and waits until the broker says that it has it.</summary>
    /// <exception cref="AlertDeliveryException">The broker refused.</exception>
    public async Task DeliverAsync(byte[] message, CancellationToken cancellationToken)
    {
        await WriteAsync(Frame("CONNECT", ("accept-version", "1.1"), ("login", options.Login), ("passcode", options.Password)), cancellationToken).ConfigureAwait(false);
        await ExpectAsync(static frame => frame.Command == "CONNECTED", "the connection", cancellationToken).ConfigureAwait(false);
        var send = Frame("SEND", ("destination", options.Destination), ("content-type", "application/json"), ("receipt", Receipt)) with { Body = message };
        await WriteAsync(send, cancellationToken).ConfigureAwait(false);
        await ExpectAsync(static frame => frame.Command == "RECEIPT" && frame.Header("receipt-id") == Receipt, "the alert", cancellationToken).ConfigureAwait(false);
        await QuitAsync(cancellationToken).ConfigureAwait(false);
    }

    // The message is taken by now, so nothing that happens here may bring it again.
    private async Task QuitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(Frame("DISCONNECT"), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // A broker may close the connection first.
        }
    }

    private async Task ExpectAsync(Func<StompFrame, bool> isWanted, string what, CancellationToken cancellationToken)
    {
        while (true)
        {
            var frame = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (isWanted(frame))
                return;
            // An error of a broker does not say whether it lasts.
            if (frame.Command == "ERROR")
                throw new AlertDeliveryException($"{options.Broker} refused {what}: {Reason(frame)}");
        }
    }

    private string Reason(StompFrame error)
    {
        var text = error.Header("message") is { Length: > 0 } message ? message : Encoding.UTF8.GetString(error.Body);
        return Secrets.Redact(text.Split('\n')[0].Trim(), [options.Password]);
    }

    private async Task WriteAsync(StompFrame frame, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(frame.ToBytes(), cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static StompFrame Frame(string command, params (string Name, string Value)[] headers) =>
        new(command, [.. headers.Select(static header => KeyValuePair.Create(header.Name, header.Value))]);
}
