using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ElastAlert.Core.Tests.Search.Http;

/// <summary>Makes certificates for localhost that nobody else trusts.</summary>
internal static class TestCertificates
{
    private static readonly DateTimeOffset Begin = TimeProvider.System.GetUtcNow().AddYears(-2);

    public static X509Certificate2 Valid(string host = "localhost") => Create(host, Begin, Begin.AddYears(4));

    public static X509Certificate2 Expired() => Create("localhost", Begin, new DateTimeOffset(Begin.Year + 1, 3, 4, 0, 0, 0, TimeSpan.Zero));

    private static X509Certificate2 Create(string host, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var certificate = request.CreateSelfSigned(from, until);
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
