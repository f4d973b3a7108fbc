namespace ElastAlert.Alerters.Tests.Http;

/// <summary>Sends every request to one server, so that alerters with a fixed address can be tested on a socket.</summary>
internal sealed class RedirectingHandler(Uri server) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(server, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
