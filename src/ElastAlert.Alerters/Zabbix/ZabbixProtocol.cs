using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Zabbix;

/// <summary>Speaks the protocol of Zabbix senders: a magic word, flags, a length, JSON; the answer likewise.</summary>
internal static class ZabbixProtocol
{
    private const int HeaderLength = 13;
    private const int LongestAnswer = 1 << 20;

    private static ReadOnlySpan<byte> Magic => "ZBXD\x01"u8;

    /// <summary>Sends values and returns what the server says about them.</summary>
    /// <exception cref="IOException">The answer is not that of a Zabbix server.</exception>
    public static async Task<ZabbixAnswer> SendAsync(Stream stream, IEnumerable<ZabbixItem> items, CancellationToken cancellationToken)
    {
        var request = new JsonObject { ["request"] = "sender data", ["data"] = JsonNodes.List(items.Select(static item => item.ToJson())) };
        await stream.WriteAsync(Framed(request.ToAscii()), cancellationToken).ConfigureAwait(false);
        return ZabbixAnswer.Read(await ReadAsync(stream, cancellationToken).ConfigureAwait(false));
    }

    private static byte[] Framed(byte[] data)
    {
        var frame = new byte[HeaderLength + data.Length];
        Magic.CopyTo(frame);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(Magic.Length), data.Length);
        data.CopyTo(frame, HeaderLength);
        return frame;
    }

    private static async Task<JsonElement> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        await stream.ReadExactlyAsync(header, cancellationToken).ConfigureAwait(false);
        var length = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(Magic.Length));
        if (!header.AsSpan().StartsWith(Magic) || length is < 0 or > LongestAnswer)
            throw new IOException("the answer is not that of a Zabbix server");
        var data = new byte[length];
        await stream.ReadExactlyAsync(data, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonElement.Parse(data);
        }
        catch (JsonException)
        {
            throw new IOException("the answer is not that of a Zabbix server");
        }
    }
}
