using System.Text.RegularExpressions;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Aws;

/// <summary>Turns an answer that is no success into a failure; some statuses of AWS say nothing about whether trying again can help, its codes do.</summary>
internal static partial class AwsFailure
{
    private static readonly HashSet<string> TransientCodes = new(StringComparer.Ordinal)
    {
        "TooManyRequestsException", "RequestLimitExceeded", "RequestExpired", "ExpiredToken", "ExpiredTokenException", "ServiceUnavailable", "InternalFailure",
    };

    public static AlertDeliveryException Of(HttpAnswer answer, HttpCall call, string service)
    {
        var failure = HttpFailure.OfAnswer(answer, call, service);
        var code = Code().Match(answer.Text()).Groups[1].Value;
        var isTransient = failure.IsTransient || TransientCodes.Contains(code) || code.Contains("Throttl", StringComparison.Ordinal);
        return new AlertDeliveryException(failure.Message, isTransient, failure.RetryAfter);
    }

    [GeneratedRegex("<Code>([A-Za-z.]+)</Code>", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
