using System.Net;
using System.Text;
using System.Text.Json;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Keeps requests and gives the answers of a recorded case.</summary>
internal sealed class RecordingHandler(AlerterVector vector) : HttpMessageHandler
{
    public List<RecordedRequest> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        request.Options.TryGetValue(AlertHttpSender.OptionsKey, out var options);
        Requests.Add(new RecordedRequest(request.Method.Method, request.RequestUri!.OriginalString, headers, content, options!));
        return Answer(request);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var answer = Answers().FirstOrDefault(answer => Fits(answer, request));
        if (answer.ValueKind == JsonValueKind.Undefined)
            return DefaultAnswer();
        if (answer.TryGetProperty("connection_error", out var error))
            throw new HttpRequestException(HttpRequestError.ConnectionError, error.GetString());
        var body = answer.TryGetProperty("json", out var json) ? json.GetRawText() : answer.TryGetProperty("text", out var text) ? text.GetString()! : "{}";
        return Response(answer.TryGetProperty("status", out var status) ? status.GetInt32() : 200, body);
    }

    private HttpResponseMessage DefaultAnswer()
    {
        if (vector.Find("aws_error") is { } error)
            return Response(403, $"<ErrorResponse><Error><Code>AccessDenied</Code><Message>{error.GetString()}</Message></Error></ErrorResponse>");
        if (vector.Alerter == "tencent_sms")
            return Response(200, TencentAnswer());
        return Response(vector.Find("default_status")?.GetInt32() ?? (vector.Alerter == "opsgenie" ? 202 : 200), "{}");
    }

    private string TencentAnswer()
    {
        var codes = vector.Find("tencent_codes")?.EnumerateArray().Select(static code => code.GetString()) ?? ["Ok"];
        return $$$"""{"Response":{"SendStatusSet":[{{{string.Join(',', codes.Select(static code => $$"""{"Code":"{{code}}"}"""))}}}]}}""";
    }

    private IEnumerable<JsonElement> Answers() => vector.Find("responses")?.EnumerateArray() ?? Enumerable.Empty<JsonElement>();

    private static bool Fits(JsonElement answer, HttpRequestMessage request) =>
        (!answer.TryGetProperty("method", out var method) || method.ValueEquals(request.Method.Method))
        && (!answer.TryGetProperty("path", out var path) || request.RequestUri!.OriginalString.Contains(path.GetString()!, StringComparison.Ordinal));

    private static HttpResponseMessage Response(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
