using System.Globalization;
using System.Text.Json;

namespace ElastAlert.Search.Aws;

/// <summary>Speaks with the services that hand out temporary credentials.</summary>
internal static class AwsMetadata
{
    /// <summary>Returns the answer's text.</summary>
    /// <exception cref="SearchException">The service refuses, or does not answer.</exception>
    public static async Task<string> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode)
                return await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            throw new SearchException($"AWS credentials: {request.RequestUri!.Host} answered {(int)answer.StatusCode}.") { IsTransient = true };
        }
        catch (HttpRequestException failure)
        {
            throw new SearchException($"AWS credentials: {request.RequestUri!.Host} did not answer: {failure.Message}", failure) { IsTransient = true };
        }
    }

    /// <summary>Reads the JSON that container and instance metadata have in common.</summary>
    public static AwsCredentials Parse(string answer, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            var root = document.RootElement;
            return new AwsCredentials(root.GetProperty("AccessKeyId").GetString()!, root.GetProperty("SecretAccessKey").GetString()!)
            {
                SessionToken = root.TryGetProperty("Token", out var token) ? token.GetString() : null,
                Expiration = root.TryGetProperty("Expiration", out var end) ? Moment(end.GetString()) : null,
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // The answer may hold a secret, so it is not quoted.
            throw new SearchException($"AWS credentials: the {source} metadata service did not answer with credentials.") { IsTransient = true };
        }
    }

    /// <summary>Reads the end of temporary credentials.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
