namespace ElastAlert.Search.Aws;

/// <summary>Has credentials from the beginning.</summary>
internal sealed class AwsFixedCredentials(AwsCredentials credentials) : IAwsCredentialSource
{
    public Task<AwsCredentials?> GetAsync(CancellationToken cancellationToken) => Task.FromResult<AwsCredentials?>(credentials);
}
