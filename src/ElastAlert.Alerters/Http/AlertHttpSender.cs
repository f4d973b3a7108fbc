using System.Text.Json;

namespace ElastAlert.Alerters.Http;

/// <summary>Sends the requests of one alerter and says clearly what became of them.</summary>
/// <param name="service">What the service is called in messages.</param>
/// <param name="options">How it is reached.</param>
/// <param name="clients">Makes clients.</param>
/// <param name="clock">Measures how long a request takes.</param>
internal sealed class AlertHttpSender(string service, AlerterHttpOptions options, IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>The name of the client, so that a host can add handlers of its own.</summary>
    public const string ClientName = "ElastAlert.Alerters";

    /// <summary>Tells the handler how the service is reached.</summary>
    public static readonly HttpRequestOptionsKey<AlerterHttpOptions> OptionsKey = new("ElastAlert.Alerters.Options");

    private const int MostRedirects = 3;
    private const int LongestBody = 1 << 20;

    private readonly AlertMemory<int> _progress = new();

    /// <summary>Gets what the service is called in messages.</summary>
    public string Service => service;

    /// <summary>Gets the clock.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Sends several requests that deliver one alert, one after another; a retry goes on with the one that failed.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="calls">The requests.</param>
    /// <param name="check">Finds failure in the body of a successful answer.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    public async Task<AlertReceipt> SendAllAsync(
        Alert alert, IEnumerable<HttpCall> calls, Action<HttpCall, HttpAnswer>? check, CancellationToken cancellationToken)
    {
        var done = _progress.Of(alert.Id);
        foreach (var call in calls.Skip(done))
        {
            var answer = await SendAsync(call, cancellationToken).ConfigureAwait(false);
            check?.Invoke(call, answer);
            _progress.Record(alert.Id, ++done);
        }

        _progress.Forget(alert.Id);
        return AlertReceipt.None;
    }

    /// <summary>Sends several requests that deliver one alert.</summary>
    public Task<AlertReceipt> SendAllAsync(Alert alert, IEnumerable<HttpCall> calls, CancellationToken cancellationToken) =>
        SendAllAsync(alert, calls, check: null, cancellationToken);

    /// <summary>Returns what finds failure in a body: some services answer 200 with a code that says no.</summary>
    /// <param name="member">The member that holds the code; 0 says yes.</param>
    public Action<HttpCall, HttpAnswer> CheckCode(string member) => (call, answer) =>
    {
        if (answer.Json() is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(member, out var code)
            && code.ValueKind == JsonValueKind.Number && code.GetDouble() != 0)
        {
            throw HttpFailure.OfBody(answer, call, service, isTransient: true);
        }
    };

    /// <summary>Sends a request.</summary>
    /// <exception cref="AlertDeliveryException">The service could not be asked, or did not say that it took the request.</exception>
    public async Task<HttpAnswer> SendAsync(HttpCall call, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(call, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? answer : throw HttpFailure.OfAnswer(answer, call, service);
    }

    /// <summary>Sends a request and returns the answer, whatever its status.</summary>
    /// <exception cref="AlertDeliveryException">The service could not be asked.</exception>
    public async Task<HttpAnswer> AskAsync(HttpCall call, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(call.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw HttpFailure.OfAddress(service);
        using var timer = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await AskAsync(call, url, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw HttpFailure.OfTimeout(options.Timeout, call, service);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw HttpFailure.OfException(exception, call, service);
        }
    }

    // 307 and 308 keep method and body, so they can be followed, but a key never leaves the host it was meant for.
    private async Task<HttpAnswer> AskAsync(HttpCall call, Uri url, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            var answer = await AskOnceAsync(call, url, cancellationToken).ConfigureAwait(false);
            if (answer.StatusCode is not (307 or 308) || answer.Location is null || redirects == MostRedirects)
                return answer;
            var next = new Uri(url, answer.Location);
            if (next.Host != url.Host || next.Scheme != "https" && next.Scheme != url.Scheme)
                return answer;
            url = next;
        }
    }

    private async Task<HttpAnswer> AskOnceAsync(HttpCall call, Uri url, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        client.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        using var message = call.ToMessage(url);
        message.Options.Set(OptionsKey, options);
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return new HttpAnswer((int)response.StatusCode, await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false))
        {
            RetryAfter = RetryAfter(response),
            Location = response.Headers.Location,
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new MemoryStream();
            var part = new byte[8192];
            while (buffer.Length < LongestBody && await stream.ReadAsync(part, cancellationToken).ConfigureAwait(false) is var count and > 0)
                buffer.Write(part, 0, count);
            return buffer.ToArray();
        }
    }
}
