namespace ElastAlert.Search.Http;

/// <summary>Takes credentials from the shared credentials file, then from the shared config file.</summary>
internal sealed class AwsProfileCredentials(string? profile, AwsEnvironment environment) : IAwsCredentialSource
{
    public Task<AwsCredentials?> GetAsync(CancellationToken cancellationToken)
    {
        var name = profile ?? environment["AWS_PROFILE"] ?? environment["AWS_DEFAULT_PROFILE"] ?? "default";
        var section = name == "default" ? name : "profile " + name;
        var found = Read(PathOf("AWS_SHARED_CREDENTIALS_FILE", "credentials"), name) ?? Read(PathOf("AWS_CONFIG_FILE", "config"), section);
        if (found is null && profile is not null)
            throw new SearchException($"The AWS profile '{profile}' has no access key: check profile, and the files of shared credentials.");
        return Task.FromResult(found);
    }

    private AwsCredentials? Read(string path, string section)
    {
        if (environment.File(path) is not { } text)
            return null;
        var settings = IniSection.Read(text, section);
        return settings.GetValueOrDefault("aws_access_key_id") is { } access && settings.GetValueOrDefault("aws_secret_access_key") is { } secret
            ? new AwsCredentials(access, secret) { SessionToken = settings.GetValueOrDefault("aws_session_token") }
            : null;
    }

    private string PathOf(string variable, string file) =>
        environment[variable] ?? Path.Combine(environment["HOME"] ?? environment["USERPROFILE"] ?? "", ".aws", file);
}
