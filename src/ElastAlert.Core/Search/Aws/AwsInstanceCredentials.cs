namespace ElastAlert.Search.Aws;

/// <summary>Takes the credentials of the role of an EC2 instance from its metadata service (version 2).</summary>
internal sealed class AwsInstanceCredentials(Func<HttpClient> client, AwsEnvironment environment, TimeProvider time) : IAwsCredentialSource
{
    private const string RolePath = "/latest/meta-data/iam/security-credentials/";

    // Elsewhere than on EC2 nobody answers at this address, and the first query should not wait for that.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<AwsCredentials?> GetAsync(CancellationToken cancellationToken)
    {
        if (string.Equals(environment["AWS_EC2_METADATA_DISABLED"], "true", StringComparison.OrdinalIgnoreCase))
            return null;
        if (await TokenAsync(cancellationToken).ConfigureAwait(false) is not { } token)
            return null;
        var role = await GetAsync(RolePath, token, cancellationToken).ConfigureAwait(false);
        var name = role.Split('\n')[0].Trim();
        return AwsMetadata.Parse(await GetAsync(RolePath + name, token, cancellationToken).ConfigureAwait(false), "instance");
    }

    private async Task<string?> TokenAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Address("/latest/api/token"));
        request.Headers.Add("X-aws-ec2-metadata-token-ttl-seconds", "21600");
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await AwsMetadata.SendAsync(client(), request, both.Token).ConfigureAwait(false);
        }
        catch (SearchException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<string> GetAsync(string path, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(path));
        request.Headers.Add("X-aws-ec2-metadata-token", token);
        return await AwsMetadata.SendAsync(client(), request, cancellationToken).ConfigureAwait(false);
    }

    private Uri Address(string path) =>
        new((environment["AWS_EC2_METADATA_SERVICE_ENDPOINT"] ?? "http://169.254.169.254").TrimEnd('/') + path);
}
