using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ElastAlert.Alerters.Http;

/// <summary>Makes the handler that connects as options say.</summary>
internal static class AlerterConnections
{
    public static SocketsHttpHandler Create(AlerterHttpOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // Long enough to be shared by a burst of alerts, short enough to see a changed address.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            SslOptions = SslOptions(options.CaCerts, options.VerifiesCertificates),
        };
        if (options.Proxy is not null || options.PlainProxy is not null)
            handler.Proxy = new ProxyOfScheme(ProxyOf(options.Proxy, options), ProxyOf(options.PlainProxy, options));
        return handler;
    }

    /// <summary>Returns how certificates are verified.</summary>
    /// <param name="caCerts">The path of a PEM bundle or of a folder of them, or <see langword="null"/> for the system's authorities.</param>
    /// <param name="verifies">Whether they are verified at all.</param>
    /// <exception cref="AlertDeliveryException">The authorities cannot be read.</exception>
    public static SslClientAuthenticationOptions SslOptions(string? caCerts, bool verifies)
    {
        var options = new SslClientAuthenticationOptions();
        if (caCerts is not null && verifies)
            options.CertificateChainPolicy = ChainPolicy(caCerts);
        if (!verifies)
#pragma warning disable CA5359 // The rule asks for it in so many words: *_ignore_ssl_errors.
            options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        return options;
    }

    private static X509ChainPolicy ChainPolicy(string path)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            foreach (var file in Directory.Exists(path) ? Directory.GetFiles(path) : [path])
                policy.CustomTrustStore.ImportFromPemFile(file);
            return policy;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new AlertDeliveryException($"The trusted certificates in {path} cannot be read: {exception.Message}", exception);
        }
    }

    private static IWebProxy ProxyOf(string? written, AlerterHttpOptions options)
    {
        if (string.IsNullOrEmpty(written))
            return written is null ? HttpClient.DefaultProxy : new WebProxy();
        var address = written.Contains("://", StringComparison.Ordinal) ? written : "http://" + written;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
            throw new AlertDeliveryException("The address of the proxy is neither a URL nor host:port", isTransient: false);
        var proxy = new WebProxy(new UriBuilder(url) { UserName = "", Password = "" }.Uri);
        if (options.ProxyLogin is not null)
            proxy.Credentials = new NetworkCredential(options.ProxyLogin, options.ProxyPassword);
        else if (url.UserInfo.Split(':', 2) is [var user, var password])
            proxy.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
        return proxy;
    }

    /// <summary>Chooses the proxy by the scheme of the address, as the reference's client does.</summary>
    private sealed class ProxyOfScheme(IWebProxy secure, IWebProxy plain) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => secure.Credentials ?? plain.Credentials;
            set => secure.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => For(destination).GetProxy(destination);

        public bool IsBypassed(Uri host) => For(host).IsBypassed(host);

        private IWebProxy For(Uri destination) => destination.Scheme == "https" ? secure : plain;
    }
}
