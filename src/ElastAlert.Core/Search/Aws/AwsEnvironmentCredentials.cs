namespace ElastAlert.Search.Aws;

/// <summary>Takes credentials from environment variables.</summary>
internal sealed class AwsEnvironmentCredentials(AwsEnvironment environment) : IAwsCredentialSource
{
    public Task<AwsCredentials?> GetAsync(CancellationToken cancellationToken)
    {
        var found = environment["AWS_ACCESS_KEY_ID"] is { } access && environment["AWS_SECRET_ACCESS_KEY"] is { } secret
            ? new AwsCredentials(access, secret) { SessionToken = environment["AWS_SESSION_TOKEN"] ?? environment["AWS_SECURITY_TOKEN"] }
            : null;
        return Task.FromResult(found);
    }
}
