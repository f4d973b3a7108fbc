using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ElastAlert.Testing;

/// <summary>Makes certificates that nobody trusts unless told.</summary>
public static class TestCertificates
{
    /// <summary>Makes a certificate for <c>localhost</c> that is its own authority.</summary>
    /// <param name="notAfter">The end of its validity; the default is in ten years.</param>
    public static X509Certificate2 Create(DateTimeOffset? notAfter = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var end = notAfter ?? TimeProvider.System.GetUtcNow().AddYears(10);
        using var certificate = request.CreateSelfSigned(end.AddYears(-20), end);
        // A key that was made in memory cannot be used by every platform's TLS until it was exported once.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
