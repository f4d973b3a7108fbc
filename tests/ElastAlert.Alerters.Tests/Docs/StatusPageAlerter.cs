using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ElastAlert.Alerters.Tests.Docs;

/// <summary>Opens an incident on a status page.</summary>
public sealed class StatusPageAlerter(StatusPageOptions options, IHttpClientFactory clients, TimeProvider time) : IAlerter
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    public async Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient("status-page");
        using var timer = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var request = Request(alert);
            using var answer = await client.SendAsync(request, either.Token);
            Check(answer);
            return new AlertReceipt { Values = new Dictionary<string, string> { ["component"] = options.StatusPageComponent } };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AlertDeliveryException($"The status page did not answer within {TimeLimit.TotalSeconds} seconds");
        }
        catch (HttpRequestException exception)
        {
            throw new AlertDeliveryException($"The status page at {options.StatusPageUrl.Host} cannot be reached: {exception.HttpRequestError}");
        }
    }

    private HttpRequestMessage Request(Alert alert)
    {
        var payload = new JsonObject
        {
            // The page joins what has the same key, so an alert that is sent again makes no second incident.
            ["key"] = alert.Id,
            ["component"] = options.StatusPageComponent,
            ["title"] = alert.Subject,
            ["text"] = alert.Body,
        };
        var content = new StringContent(payload.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, options.StatusPageUrl)
        {
            Content = content,
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", options.StatusPageToken) },
        };
    }

    // What the page says is left out: it may repeat the token.
    private void Check(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode)
            return;
        var isTransient = answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
        var header = answer.Headers.RetryAfter;
        throw new AlertDeliveryException(
            $"The status page at {options.StatusPageUrl.Host} answered {(int)answer.StatusCode}",
            isTransient,
            header?.Delta ?? header?.Date - time.GetUtcNow());
    }
}
