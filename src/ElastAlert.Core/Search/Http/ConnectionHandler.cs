using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ElastAlert.Search.Http;

/// <summary>Makes the HTTP handler of a connection: certificates, pooling, no surprises.</summary>
internal static class ConnectionHandler
{
    /// <exception cref="SearchException">A certificate file cannot be read.</exception>
    public static SocketsHttpHandler Create(ConnectionOptions options, TimeProvider time) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,

        // Name service changes are noticed; idle connections survive a run_every of a few minutes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        SslOptions = new SslClientAuthenticationOptions
        {
            ClientCertificates = ClientCertificatesOf(options),
            RemoteCertificateValidationCallback = ValidationOf(options, time),
        },
    };

    [SuppressMessage("Security", "CA5359", Justification = "Certificates are not checked only when verify_certs is false, with a warning.")]
    private static RemoteCertificateValidationCallback ValidationOf(ConnectionOptions options, TimeProvider time)
    {
        if (!options.VerifyCertificates)
            return static (_, _, _, _) => true;
        var authorities = options.CaCertificates is { } path ? Read("ca_certs", path, ReadAuthorities) : null;
        return new ServerCertificateCheck(authorities, time).Accept;
    }

    private static X509Certificate2Collection ReadAuthorities(string path)
    {
        var authorities = new X509Certificate2Collection();
        foreach (var file in Directory.Exists(path) ? Directory.GetFiles(path) : [path])
            authorities.ImportFromPemFile(file);
        return authorities.Count > 0 ? authorities : throw new CryptographicException("It holds no certificate.");
    }

    private static X509CertificateCollection? ClientCertificatesOf(ConnectionOptions options)
    {
        if (options.ClientCertificate is not { } path)
            return null;
        return [Read("client_cert", path, file => ReadIdentity(file, options.ClientKey))];
    }

    private static X509Certificate2 ReadIdentity(string path, string? keyPath)
    {
        var identity = X509Certificate2.CreateFromPemFile(path, keyPath);
        if (!OperatingSystem.IsWindows())
            return identity;

        // TLS on Windows refuses keys that exist in memory only.
        using (identity)
            return X509CertificateLoader.LoadPkcs12(identity.Export(X509ContentType.Pkcs12), password: null);
    }

    private static T Read<T>(string option, string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SearchException($"{option}: {path} cannot be read as PEM: {exception.Message}", exception);
        }
    }
}
