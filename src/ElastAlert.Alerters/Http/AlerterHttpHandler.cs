using System.Collections.Concurrent;

namespace ElastAlert.Alerters.Http;

/// <summary>Hands each request to the connections that fit its options.</summary>
internal sealed class AlerterHttpHandler : HttpMessageHandler
{
    private readonly ConcurrentDictionary<AlerterHttpOptions, Lazy<HttpMessageInvoker>> _invokers = new();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(AlertHttpSender.OptionsKey, out var options))
            options = new AlerterHttpOptions();
        // How long a request may take does not matter for connections.
        var key = options with { Timeout = default };
        var invoker = _invokers.GetOrAdd(key, static options => new Lazy<HttpMessageInvoker>(
            () => new HttpMessageInvoker(AlerterConnections.Create(options)), LazyThreadSafetyMode.PublicationOnly));
        return invoker.Value.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var invoker in _invokers.Values.Where(static invoker => invoker.IsValueCreated))
                invoker.Value.Dispose();
        }

        base.Dispose(disposing);
    }
}
