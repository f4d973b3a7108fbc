namespace ElastAlert.Search.Aws;

/// <summary>Takes credentials from the shared credentials file, then from the shared config file.</summary>
internal sealed class AwsProfileCredentials(string? profile, AwsEnvironment environment) : IAwsCredentialSource
{
    public Task<AwsCredentials?> GetAsync(CancellationToken cancellationToken)
    {
        var files = new AwsSharedFiles(profile, environment);
        var found = Find(files.Credentials()) ?? Find(files.Configuration());
        if (found is null && profile is not null)
            throw new SearchException($"The AWS profile '{profile}' has no access key: check profile, and the files of shared credentials.");
        return Task.FromResult(found);
    }

    private static AwsCredentials? Find(Dictionary<string, string> settings) =>
        settings.GetValueOrDefault("aws_access_key_id") is { } access && settings.GetValueOrDefault("aws_secret_access_key") is { } secret
            ? new AwsCredentials(access, secret) { SessionToken = settings.GetValueOrDefault("aws_session_token") }
            : null;
}
