using System.Security.Cryptography;
using System.Text;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Indexer;

/// <summary>Writes alerts as documents to a search cluster.</summary>
internal sealed class IndexerAlerter(IndexerAlerterOptions options, OptionMap ruleOptions, ISearchTransport transport, TimeProvider clock) : IAlerter
{
    private const string Service = "The search cluster";
    private const int Conflict = 409;

    public async Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(Request(alert), cancellationToken).ConfigureAwait(false);
        // A conflict says that the document is there: an attempt before this one arrived after all.
        if (answer.IsSuccess || answer.StatusCode == Conflict)
            return AlertReceipt.None;
        throw HttpFailure.OfAnswer(answer, Cluster(), Service);
    }

    private SearchRequest Request(Alert alert)
    {
        var now = MomentText.Of(clock.GetUtcNow());
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(alert.Id)));
        return new SearchRequest("PUT", $"/{Uri.EscapeDataString(options.Index)}/_create/{id}?refresh=true")
        {
            Body = IndexerDocument.Of(alert, options.AlertConfig, ruleOptions, now).ToAscii(),
            // The outbox tries again, with pauses.
            IsIdempotent = false,
        };
    }

    private async Task<HttpAnswer> AskAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            await using var disposing = response.ConfigureAwait(false);
            var body = new MemoryStream();
            await response.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
            return new HttpAnswer(response.StatusCode, body.ToArray()) { RetryAfter = response.RetryAfter };
        }
        catch (SearchException exception)
        {
            throw new AlertDeliveryException(exception.Message, isTransient: true, exception.RetryAfter, exception);
        }
    }

    // What must not be shown of an answer: it may repeat what it was asked with.
    private HttpCall Cluster()
    {
        var connection = options.Connection;
        var call = new HttpCall(HttpMethod.Put, connection.Nodes[0].AbsoluteUri).Hiding(connection.ApiKey ?? "", connection.BearerToken ?? "");
        return connection is { Username: { } user, Password: { } password } ? call.WithBasic(user, password) : call;
    }
}
