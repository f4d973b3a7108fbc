using System.Text;
using System.Text.Json;

namespace ElastAlert.Alerters.Http;

/// <summary>Is what a service answered.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="Body">The body, cut to what anybody would read.</param>
internal sealed record HttpAnswer(int StatusCode, byte[] Body)
{
    /// <summary>Gets how long the service asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the place that the service wants to be asked at instead.</summary>
    public Uri? Location { get; init; }

    /// <summary>Gets whether the request was taken.</summary>
    public bool IsSuccess => StatusCode is >= 200 and < 300;

    /// <summary>Returns the body as text.</summary>
    public string Text() => Encoding.UTF8.GetString(Body);

    /// <summary>Returns the body as JSON, or <see langword="null"/> when it is none.</summary>
    public JsonElement? Json()
    {
        try
        {
            return Body.Length == 0 ? null : JsonElement.Parse(Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
