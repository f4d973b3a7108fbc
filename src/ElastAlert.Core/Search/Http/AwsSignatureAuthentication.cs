namespace ElastAlert.Search.Http;

/// <summary>Signs each request for the AWS service <c>es</c>.</summary>
internal sealed class AwsSignatureAuthentication(IAwsCredentialSource source, string region, string host, TimeProvider time)
    : IRequestAuthentication
{
    public async ValueTask ApplyAsync(HttpRequestMessage message, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var credentials = await source.GetAsync(cancellationToken).ConfigureAwait(false);
        var moment = time.GetUtcNow();
        var hash = AwsSignature.HashOf(body.Span);
        var headers = HeadersOf(message.RequestUri!, credentials!, moment, hash);
        var request = new AwsSignedRequest(message.Method.Method, message.RequestUri!.PathAndQuery, headers, hash);
        foreach (var (name, value) in headers)
            message.Headers.TryAddWithoutValidation(name, value);
        message.Headers.TryAddWithoutValidation(
            "Authorization", AwsSignature.Authorize(request, credentials!, region, "es", moment));
    }

    private List<KeyValuePair<string, string>> HeadersOf(Uri address, AwsCredentials credentials, DateTimeOffset moment, string hash)
    {
        var headers = new List<KeyValuePair<string, string>>
        {
            // The signed name is the cluster's, also where the request goes through a tunnel.
            new("host", host.Length > 0 ? host : address.Authority),
            new("x-amz-content-sha256", hash),
            new("x-amz-date", AwsSignature.Stamp(moment)),
        };
        if (credentials.SessionToken is { } token)
            headers.Add(new("x-amz-security-token", token));
        return headers;
    }
}
