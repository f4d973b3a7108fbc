using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Search.Aws;

/// <summary>Knows where a service of AWS is, and signs requests for it (Signature Version 4).</summary>
/// <remarks>Credentials are kept until shortly before they end. May be used from many threads.</remarks>
public sealed class AwsService
{
    private readonly AwsRequestSigner _signer;

    internal AwsService(AwsServiceOptions options, Func<HttpClient> client, AwsEnvironment environment, TimeProvider time)
    {
        Region = RegionOf(options, environment);
        Endpoint = EndpointOf(options, environment, Region);
        _signer = new AwsRequestSigner(CredentialsOf(options, client, environment, time), options.Service, Region, time);
    }

    /// <summary>Gets the region that is signed for.</summary>
    public string Region { get; }

    /// <summary>Gets the address: that of <c>AWS_ENDPOINT_URL_SERVICE</c> or <c>AWS_ENDPOINT_URL</c>, else that of the options or the region.</summary>
    public Uri Endpoint { get; }

    /// <summary>Finds a service with what surrounds the process.</summary>
    /// <param name="options">Which service, and whose credentials.</param>
    /// <param name="services">The services of the host, <see cref="IHttpClientFactory"/> among them.</param>
    public static AwsService Create(AwsServiceOptions options, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        var clients = services.GetRequiredService<IHttpClientFactory>();
        return new AwsService(
            options,
            () => clients.CreateClient(AwsCredentialChain.ClientName),
            services.GetService<AwsEnvironment>() ?? AwsEnvironment.OfProcess,
            services.GetService<TimeProvider>() ?? TimeProvider.System);
    }

    /// <summary>Returns the headers that prove to the service who asks.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="url">The address that is asked.</param>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Ends the search for credentials.</param>
    /// <exception cref="SearchException">There are no credentials.</exception>
    public Task<IReadOnlyList<KeyValuePair<string, string>>> SignAsync(HttpMethod method, Uri url, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(url);
        return _signer.SignAsync(method, url.Authority, url.PathAndQuery, body, cancellationToken);
    }

    private static string RegionOf(AwsServiceOptions options, AwsEnvironment environment)
    {
        if (options.Region is { } region)
            return region;
        var files = new AwsSharedFiles(options.Profile, environment);
        return environment["AWS_DEFAULT_REGION"]
            ?? files.Credentials().GetValueOrDefault("region")
            ?? files.Configuration().GetValueOrDefault("region")
            ?? options.DefaultRegion;
    }

    private static Uri EndpointOf(AwsServiceOptions options, AwsEnvironment environment, string region)
    {
        var written = environment["AWS_ENDPOINT_URL_" + options.Service.ToUpperInvariant()] ?? environment["AWS_ENDPOINT_URL"];
        if (Uri.TryCreate(written, UriKind.Absolute, out var endpoint))
            return endpoint;
        return options.Endpoint ?? new Uri($"https://{AwsHost.Of(options.HostPrefix ?? options.Service, region)}/");
    }

    private static IAwsCredentialSource CredentialsOf(AwsServiceOptions options, Func<HttpClient> client, AwsEnvironment environment, TimeProvider time)
    {
        if (options is { Profile: null, AccessKeyId: { } key, SecretAccessKey: { } secret })
            return new AwsFixedCredentials(new AwsCredentials(key, secret));
        return new RefreshingAwsCredentials(AwsCredentialChain.Create(options.Profile, RegionOf(options, environment), client, environment, time), time);
    }
}
