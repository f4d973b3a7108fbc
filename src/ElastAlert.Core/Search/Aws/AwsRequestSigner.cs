namespace ElastAlert.Search.Aws;

/// <summary>Signs requests for a service in a region.</summary>
internal sealed class AwsRequestSigner(IAwsCredentialSource source, string service, string region, TimeProvider time)
{
    /// <summary>Returns the headers that prove who asks.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="host">The host that is signed.</param>
    /// <param name="pathAndQuery">The path and query as they are sent.</param>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Ends the search for credentials.</param>
    /// <exception cref="SearchException">There are no credentials.</exception>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> SignAsync(
        HttpMethod method, string host, string pathAndQuery, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var credentials = await source.GetAsync(cancellationToken).ConfigureAwait(false);
        var moment = time.GetUtcNow();
        var hash = AwsSignature.HashOf(body.Span);
        var headers = new List<KeyValuePair<string, string>> { new("x-amz-content-sha256", hash), new("x-amz-date", AwsSignature.Stamp(moment)) };
        if (credentials!.SessionToken is { } token)
            headers.Add(new("x-amz-security-token", token));
        var request = new AwsSignedRequest(method.Method, pathAndQuery, [new("host", host), .. headers], hash);
        headers.Add(new("Authorization", AwsSignature.Authorize(request, credentials, region, service, moment)));
        return headers;
    }
}
