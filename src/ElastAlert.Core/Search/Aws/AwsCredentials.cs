namespace ElastAlert.Search.Aws;

/// <summary>Proves to AWS who asks.</summary>
/// <param name="AccessKey">The name of the key.</param>
/// <param name="SecretKey">The key.</param>
internal sealed record AwsCredentials(string AccessKey, string SecretKey)
{
    /// <summary>Gets the token that goes with temporary keys.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Gets when they end, or null when they last.</summary>
    public DateTimeOffset? Expiration { get; init; }

    /// <summary>Returns the name of the key only.</summary>
    public override string ToString() => AccessKey;
}
