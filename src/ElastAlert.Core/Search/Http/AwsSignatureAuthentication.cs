using ElastAlert.Search.Aws;

namespace ElastAlert.Search.Http;

/// <summary>Signs each request for AWS.</summary>
internal sealed class AwsSignatureAuthentication(AwsRequestSigner signer, string host) : IRequestAuthentication
{
    public async ValueTask ApplyAsync(HttpRequestMessage message, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        // The signed name is the cluster's, also where the request goes through a tunnel.
        var signedHost = host.Length > 0 ? host : message.RequestUri!.Authority;
        var headers = await signer.SignAsync(message.Method, signedHost, message.RequestUri!.PathAndQuery, body, cancellationToken).ConfigureAwait(false);
        message.Headers.TryAddWithoutValidation("host", signedHost);
        foreach (var (name, value) in headers)
            message.Headers.TryAddWithoutValidation(name, value);
    }
}
