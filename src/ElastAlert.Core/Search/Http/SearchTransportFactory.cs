using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ElastAlert.Diagnostics;
using ElastAlert.Search.Aws;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Search.Http;

/// <summary>Makes the transports of connections; equal connections share one.</summary>
internal sealed class SearchTransportFactory(IHttpClientFactory clients, SearchHttpClients names, ILoggerFactory loggers, TimeProvider time)
{
    private readonly ILogger _logger = loggers.CreateLogger(Log.EngineCategory);
    private readonly ConcurrentDictionary<ConnectionOptions, ISearchTransport> _transports = [];

    /// <summary>Returns the transport of a connection. Nothing is sent yet.</summary>
    public ISearchTransport Get(ConnectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return _transports.GetOrAdd(options, Create);
    }

    /// <summary>Makes a transport that sends through a handler of its own.</summary>
    public static ISearchTransport Create(ConnectionOptions options, HttpMessageHandler handler, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        var client = NewClient(handler);
        return Create(options, () => client, AuthenticationOf(options, () => client, time), time);
    }

    private ISearchTransport Create(ConnectionOptions options)
    {
        if (options is { VerifyCertificates: false, ShowTlsWarning: true } && options.Nodes.Any(static node => node.Scheme == Uri.UriSchemeHttps))
            Log.CertificatesNotVerified(_logger, options.ToString());
        var name = names.NameOf(options);
        return Create(
            options,
            () => WithoutLimits(clients.CreateClient(name)),
            AuthenticationOf(options, () => clients.CreateClient(AwsCredentialChain.ClientName), time),
            time);
    }

    private static RetryingSearchTransport Create(
        ConnectionOptions options, Func<HttpClient> client, IRequestAuthentication? authentication, TimeProvider time) =>
        new(
            new HttpSearchTransport(
                new NodePool(options.Nodes.Select(WithoutUserInfo), time), client, authentication, options.Timeout, time),
            TransportFailure.WasNotSent);

    private static IRequestAuthentication? AuthenticationOf(ConnectionOptions options, Func<HttpClient> client, TimeProvider time)
    {
        if (options.ApiKey is { Length: > 0 } key)
            return HeaderAuthentication.ApiKey(key);
        if (options.BearerToken is { Length: > 0 } token)
            return HeaderAuthentication.Bearer(token);
        if (options is { Username.Length: > 0, Password.Length: > 0 })
            return HeaderAuthentication.Basic(options.Username, options.Password);
        if (options.AwsRegion is not { Length: > 0 } region)
            return null;
        var credentials = AwsCredentialChain.Create(options.AwsProfile, region, client, AwsEnvironment.OfProcess, time);
        var signer = new AwsRequestSigner(new RefreshingAwsCredentials(credentials, time), "es", region, time);
        return new AwsSignatureAuthentication(signer, options.Host);
    }

    private static Uri WithoutUserInfo(Uri node) =>
        node.UserInfo.Length == 0 ? node : new UriBuilder(node) { UserName = "", Password = "" }.Uri;

    [SuppressMessage("Reliability", "CA2000", Justification = "The client lives as long as the transport.")]
    private static HttpClient NewClient(HttpMessageHandler handler) => WithoutLimits(new HttpClient(handler, disposeHandler: false));

    private static HttpClient WithoutLimits(HttpClient client)
    {
        // The transport has its own time limit, which also covers the body.
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }
}
