using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ElastAlert.Search.Http;

/// <summary>Checks the certificate of a server, against private authorities where there are some, and says what is wrong with it.</summary>
internal sealed class ServerCertificateCheck(X509Certificate2Collection? authorities, TimeProvider time)
{
    /// <summary>Returns true, or throws the reason: an exception keeps it, where false would lose it.</summary>
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 server)
            throw new ServerCertificateException("it sent no certificate.");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            throw new ServerCertificateException($"its certificate ({server.Subject}) is for another host: use a name that the certificate lists as es_host.");
        if (IsTrusted(server, chain, errors))
            return true;
        throw new ServerCertificateException(Explain(server));
    }

    private bool IsTrusted(X509Certificate2 server, X509Chain? sent, SslPolicyErrors errors)
    {
        if (authorities is null)
            return errors == SslPolicyErrors.None;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(server);
    }

    private string Explain(X509Certificate2 server)
    {
        var now = time.GetUtcNow();
        if (now > server.NotAfter)
            return $"its certificate ({server.Subject}) expired on {Day(server.NotAfter)}: renew it on the server.";
        if (now < server.NotBefore)
            return $"its certificate ({server.Subject}) is not valid before {Day(server.NotBefore)}: check the clocks of both machines.";
        return $"its certificate ({server.Subject}) is not issued by {(authorities is null ? "an authority of this system" : "an authority of ca_certs")}: "
            + "name the issuer's file in ca_certs.";
    }

    private static string Day(DateTime date) => date.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
