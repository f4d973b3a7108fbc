using System.Text;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Http;

/// <summary>Is one request that delivers an alert.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The address; it may hold secrets.</param>
internal sealed record HttpCall(HttpMethod Method, string Url)
{
    /// <summary>Gets the headers besides the type of the body.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Gets the body in UTF-8, or <see langword="null"/> for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Gets the type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Gets what must not be shown when the request fails, besides the address and the headers.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Makes a request with a JSON body in which everything but ASCII is escaped.</summary>
    public static HttpCall PostJson(string url, JsonNode payload) => new(HttpMethod.Post, url) { Body = payload.ToAscii() };

    /// <summary>Makes a request with a JSON body in plain UTF-8.</summary>
    public static HttpCall PostUtf8Json(string url, JsonNode payload) => new(HttpMethod.Post, url) { Body = payload.ToUtf8() };

    /// <summary>Makes a request with the body of a form.</summary>
    public static HttpCall PostForm(string url, params IEnumerable<KeyValuePair<string, string>> fields) => new(HttpMethod.Post, url)
    {
        Body = Encoding.ASCII.GetBytes(string.Join('&', fields.Select(static field => $"{FormText(field.Key)}={FormText(field.Value)}"))),
        ContentType = "application/x-www-form-urlencoded",
    };

    /// <summary>Returns the request with a header.</summary>
    public HttpCall With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };

    /// <summary>Returns the request with the wish for an answer in JSON.</summary>
    public HttpCall AcceptingJson() => With("Accept", "application/json;charset=utf-8");

    /// <summary>Returns the request with what must not be shown when it fails.</summary>
    public HttpCall Hiding(params IReadOnlyList<string> secrets) => this with { Secrets = [.. Secrets, .. secrets] };

    /// <summary>Returns the request with headers on top of its own; names are compared without case.</summary>
    public HttpCall Overlay(IEnumerable<KeyValuePair<string, string>> headers)
    {
        var call = this;
        foreach (var (name, value) in headers)
        {
            var others = call.Headers.Where(header => !header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
            call = name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
                ? call with { ContentType = value }
                : call with { Headers = [.. others, new(name, value)] };
        }

        return call;
    }

    /// <summary>Returns the request with basic authentication.</summary>
    public HttpCall WithBasic(string user, string password) =>
        Hiding(password).With("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    /// <summary>Returns the method alone; address and headers may hold secrets.</summary>
    public override string ToString() => Method.Method;

    /// <summary>Makes the message to send.</summary>
    public HttpRequestMessage ToMessage(Uri url)
    {
        var message = new HttpRequestMessage(Method, url);
        if (Body is not null)
            message.Content = Content(Body);
        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private ByteArrayContent Content(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return content;
    }

    private static string FormText(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
