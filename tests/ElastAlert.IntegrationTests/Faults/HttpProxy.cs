using System.Text;
using ElastAlert.Search.Http;
using ElastAlert.Testing;

namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Answers over HTTP what a server in the process says, except where a test has the network or the server fail.</summary>
internal sealed class HttpProxy : IAsyncDisposable
{
    private readonly ISearchTransport _server;
    private readonly Traffic _traffic;
    private readonly ScriptedHttpServer _listener;

    public HttpProxy(ISearchTransport server, Traffic traffic)
    {
        (_server, _traffic) = (server, traffic);
        _listener = new ScriptedHttpServer(Answer);
    }

    /// <summary>Gets or sets what becomes of an answer on its way; <see langword="null"/> never arrives.</summary>
    public Func<ReceivedHttpRequest, ScriptedHttpAnswer, ScriptedHttpAnswer?> OnItsWay { get; set; } = static (_, answer) => answer;

    /// <summary>Makes a transport to the proxy, as the engine makes them.</summary>
    /// <param name="time">The clock of its time limits.</param>
    public ISearchTransport Connect(TimeProvider time)
    {
        var options = new ConnectionOptions { Nodes = [_listener.Url], Timeout = TimeSpan.FromSeconds(20) };
        return SearchTransportFactory.Create(options, ConnectionHandler.Create(options, time), time);
    }

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private ScriptedHttpAnswer? Answer(ReceivedHttpRequest request)
    {
        var sent = new SearchRequest(request.Method, request.Target)
        {
            Body = request.Body,
            ContentType = request.Headers.GetValueOrDefault("Content-Type", "application/json"),
        };

        // The server in the process has its answer ready when it returns.
        var answer = _server.SendAsync(sent, CancellationToken.None).GetAwaiter().GetResult();
        using var reader = new StreamReader(answer.Body, Encoding.UTF8);
        var onItsWay = OnItsWay(request, new ScriptedHttpAnswer(answer.StatusCode, reader.ReadToEnd()));
        if (onItsWay is null)
            _traffic.Hang();
        return onItsWay;
    }
}
