using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using ElastAlert.Alerters.Tests.Sockets;

namespace ElastAlert.Alerters.Tests.Zabbix;

/// <summary>Is a Zabbix server that takes values of senders.</summary>
internal sealed class ZabbixServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<JsonElement> _requests = new();
    private readonly Func<JsonElement, string> _answer;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Makes the answer to a request.</param>
    public ZabbixServer(Func<JsonElement, string> answer)
    {
        _answer = answer;
        Server = new TestSocketServer(ServeAsync);
    }

    public ZabbixServer(int failed = 0)
        : this(request => Answer(request.GetProperty("data").GetArrayLength(), failed))
    {
    }

    public TestSocketServer Server { get; }

    public IReadOnlyList<JsonElement> Requests => [.. _requests];

    public string Options(string more = "") =>
        $$"""{"zbx_sender_host":"localhost","zbx_sender_port":{{Server.Port}},"zbx_host":"zh","zbx_key":"zk"{{(more.Length > 0 ? "," + more : "")}}}""";

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    public static string Answer(int total, int failed) =>
        $$"""{"response":"success","info":"processed: {{total - failed}}; failed: {{failed}}; total: {{total}}; seconds spent: 0.000055"}""";

    private async Task ServeAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[13];
        await stream.ReadExactlyAsync(header, cancellationToken);
        if (!header.AsSpan(0, 5).SequenceEqual("ZBXD\x01"u8) || BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(9)) != 0)
            return;
        var data = new byte[BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(5))];
        await stream.ReadExactlyAsync(data, cancellationToken);
        var request = JsonElement.Parse(data);
        _requests.Enqueue(request);
        var answer = Encoding.UTF8.GetBytes(_answer(request));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(5), answer.Length);
        await stream.WriteAsync((byte[])[.. header, .. answer], cancellationToken);
    }
}
