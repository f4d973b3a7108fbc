using System.Security.Authentication;

namespace ElastAlert.Search.Http;

/// <summary>Says why the certificate of a server is not accepted.</summary>
internal sealed class ServerCertificateException(string message) : AuthenticationException(message);
