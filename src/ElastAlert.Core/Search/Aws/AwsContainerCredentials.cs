namespace ElastAlert.Search.Aws;

/// <summary>Takes credentials from the endpoint that ECS and EKS give to a container.</summary>
internal sealed class AwsContainerCredentials(Func<HttpClient> client, AwsEnvironment environment) : IAwsCredentialSource
{
    public async Task<AwsCredentials?> GetAsync(CancellationToken cancellationToken)
    {
        if (Address() is not { } address)
            return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (Token() is { } token)
            request.Headers.TryAddWithoutValidation("Authorization", token);
        var answer = await AwsMetadata.SendAsync(client(), request, cancellationToken).ConfigureAwait(false);
        return AwsMetadata.Parse(answer, "container");
    }

    private Uri? Address()
    {
        if (environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] is { } relative)
            return new Uri("http://169.254.170.2" + relative);
        return environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] is { } full ? new Uri(full) : null;
    }

    private string? Token()
    {
        if (environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] is { } file)
            return environment.File(file)?.Trim();
        return environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"];
    }
}
