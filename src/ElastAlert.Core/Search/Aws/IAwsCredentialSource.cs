namespace ElastAlert.Search.Aws;

/// <summary>Is one place where AWS credentials may be found.</summary>
internal interface IAwsCredentialSource
{
    /// <summary>Returns the credentials, or null when this place has none.</summary>
    /// <exception cref="SearchException">This place should have some, and they cannot be had.</exception>
    Task<AwsCredentials?> GetAsync(CancellationToken cancellationToken);
}
