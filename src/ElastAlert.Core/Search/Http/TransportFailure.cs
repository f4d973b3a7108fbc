using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;

namespace ElastAlert.Search.Http;

/// <summary>Says what prevented an answer: what, where, and what to do.</summary>
internal static class TransportFailure
{
    public static SearchException TimedOut(HttpExchange exchange, TimeSpan timeout) =>
        Transient(
            $"{NameOf(exchange)} did not answer {What(exchange)} within {timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s: "
                + "ask for less, or raise es_conn_timeout.",
            new TimeoutException());

    /// <summary>Returns what to throw for a failure of the network, or null for anything else.</summary>
    public static SearchException? From(HttpExchange exchange, Exception exception) => exception switch
    {
        HttpRequestException failure => Transient(Describe(exchange, failure), failure),
        IOException failure => Broken(exchange, failure),
        _ => null,
    };

    /// <summary>Decides whether a failed request certainly did nothing: no byte of it reached a server.</summary>
    public static bool WasNotSent(SearchException failure) =>
        failure.InnerException is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        };

    private static string Describe(HttpExchange exchange, HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError =>
            $"The host of {NameOf(exchange)} is not known: check es_host and the name service.",
        HttpRequestError.SecureConnectionError => DescribeTls(exchange, failure),
        HttpRequestError.ConnectionError =>
            $"Could not reach {NameOf(exchange)} ({Reason(failure)}): check es_host and es_port, and that the cluster is up.",
        _ => BrokenText(exchange, failure),
    };

    private static string DescribeTls(HttpExchange exchange, HttpRequestException failure)
    {
        if (failure.InnerException is ServerCertificateException certificate)
            return $"{NameOf(exchange)} is not trusted: {certificate.Message}";
        return failure.InnerException is AuthenticationException
            ? $"No TLS connection with {NameOf(exchange)} ({failure.InnerException.Message}): check client_cert, client_key and the TLS settings of the server."
            : $"{NameOf(exchange)} does not speak TLS ({Reason(failure)}): check use_ssl and es_port.";
    }

    private static string Reason(Exception failure)
    {
        while (failure.InnerException is { } inner)
            failure = inner;
        return failure is SocketException socket ? socket.SocketErrorCode.ToString() : failure.Message;
    }

    private static SearchException Broken(HttpExchange exchange, Exception failure) => Transient(BrokenText(exchange, failure), failure);

    private static string BrokenText(HttpExchange exchange, Exception failure) =>
        $"{NameOf(exchange)} closed the connection before its answer to {What(exchange)} was complete ({Reason(failure)}).";

    private static string NameOf(HttpExchange exchange) => exchange.Node.GetLeftPart(UriPartial.Path).TrimEnd('/');

    private static string What(HttpExchange exchange)
    {
        var path = exchange.Request.Path;
        var end = path.IndexOf('?', StringComparison.Ordinal);
        return $"{exchange.Request.Method} {(end < 0 ? path : path[..end])}";
    }

    private static SearchException Transient(string message, Exception cause) => new(message, cause) { IsTransient = true };
}
