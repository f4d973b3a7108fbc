namespace ElastAlert.Search.Aws;

/// <summary>Looks for credentials in the usual places, in the usual order; the first place that has some is used.</summary>
internal sealed class AwsCredentialChain(params IReadOnlyList<IAwsCredentialSource> sources) : IAwsCredentialSource
{
    /// <summary>Is the name of the HTTP client that fetches credentials.</summary>
    public const string ClientName = "elastalert.credentials";

    /// <summary>Makes the standard chain; a profile that is named leaves the variables out.</summary>
    public static AwsCredentialChain Create(
        string? profile, string region, Func<HttpClient> client, AwsEnvironment environment, TimeProvider time)
    {
        var profiles = new AwsProfileCredentials(profile, environment);
        return profile is not null
            ? new AwsCredentialChain(profiles)
            : new AwsCredentialChain(
                new AwsEnvironmentCredentials(environment),
                new AwsWebIdentityCredentials(client, environment, region),
                profiles,
                new AwsContainerCredentials(client, environment),
                new AwsInstanceCredentials(client, environment, time));
    }

    public async Task<AwsCredentials?> GetAsync(CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await source.GetAsync(cancellationToken).ConfigureAwait(false) is { } found)
                return found;
        }

        throw new SearchException(
            "No AWS credentials were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a profile, or give the machine a role.");
    }
}
