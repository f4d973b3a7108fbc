namespace ElastAlert.Search.Aws;

/// <summary>Says which service of AWS is asked, and with whose credentials.</summary>
public sealed record AwsServiceOptions
{
    /// <summary>Gets the name of the service in signatures, such as <c>sns</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Gets what the hosts of the service begin with, such as <c>email</c>.</summary>
    /// <value>The default is the name of the service.</value>
    public string? HostPrefix { get; init; }

    /// <summary>Gets the address, or <see langword="null"/> for the host of the region; what the environment names wins.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Gets the region, or <see langword="null"/> for that of the profile.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the region where nothing else says one.</summary>
    /// <value>The default is <c>us-east-1</c>.</value>
    public string DefaultRegion { get; init; } = "us-east-1";

    /// <summary>Gets the profile of the shared files, or <see langword="null"/> for the standard chain of credentials.</summary>
    public string? Profile { get; init; }

    /// <summary>Gets the name of the key, or <see langword="null"/> for the credentials of the profile or the chain.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>Gets the key.</summary>
    public string? SecretAccessKey { get; init; }

    /// <summary>Returns the service; the rest may hold secrets.</summary>
    public override string ToString() => Service;
}
