using System.Net;
using System.Security.Authentication;

namespace ElastAlert.Alerters.Http;

/// <summary>Turns what went wrong with a request into a reason and whether trying again can help.</summary>
internal static class HttpFailure
{
    private const int LongestExcerpt = 300;

    /// <summary>Returns the failure for an answer that is no success.</summary>
    public static AlertDeliveryException OfAnswer(HttpAnswer answer, HttpCall call, string service)
    {
        var status = (HttpStatusCode)answer.StatusCode;
        var excerpt = Excerpt(answer, call);
        var reason = $"{service} at {Secrets.Host(call.Url)} answered {answer.StatusCode}{Phrase(status)}{Advice(status)}{excerpt}";
        return new AlertDeliveryException(reason, IsTransient(answer.StatusCode), answer.RetryAfter);
    }

    /// <summary>Returns the failure for an answer that says no in its body.</summary>
    public static AlertDeliveryException OfBody(HttpAnswer answer, HttpCall call, string service, bool isTransient) =>
        new($"{service} at {Secrets.Host(call.Url)} refused the alert{Excerpt(answer, call)}", isTransient, answer.RetryAfter);

    /// <summary>Returns the failure for a service that could not be asked.</summary>
    public static AlertDeliveryException OfException(Exception exception, HttpCall call, string service)
    {
        var reason = exception.GetBaseException() is AuthenticationException || exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
            ? "its certificate is not trusted, or TLS failed otherwise"
            : exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } ? "its name cannot be resolved" : "no connection";
        var detail = Secrets.Redact(exception.GetBaseException().Message, call);
        return new AlertDeliveryException($"{service} at {Secrets.Host(call.Url)} cannot be reached: {reason} ({detail})", isTransient: true);
    }

    /// <summary>Returns the failure for a service that does not answer in time.</summary>
    public static AlertDeliveryException OfTimeout(TimeSpan timeout, HttpCall call, string service) =>
        new($"{service} at {Secrets.Host(call.Url)} did not answer within {timeout.TotalSeconds:0.###} seconds", isTransient: true);

    /// <summary>Returns the failure for something that is no address.</summary>
    public static AlertDeliveryException OfAddress(string service) =>
        new($"The address of {service} is no http or https URL", isTransient: false);

    private static bool IsTransient(int statusCode) => statusCode is 408 or 425 or 429 or >= 500;

    private static string Phrase(HttpStatusCode status) => Enum.IsDefined(status) ? $" {status}" : "";

    private static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => " (check the key, token or password)",
        HttpStatusCode.NotFound or HttpStatusCode.Gone => " (check the address)",
        HttpStatusCode.ProxyAuthenticationRequired => " (check the user name and password of the proxy)",
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => " (a redirection, which would drop the alert; use the new address)",
        _ => "",
    };

    private static string Excerpt(HttpAnswer answer, HttpCall call)
    {
        var text = string.Join(' ', answer.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length == 0 || text == "{}")
            return "";
        text = Secrets.Redact(text, call);
        return ": " + (text.Length > LongestExcerpt ? text[..LongestExcerpt] + "..." : text);
    }
}
