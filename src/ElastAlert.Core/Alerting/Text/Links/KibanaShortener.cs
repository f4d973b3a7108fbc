using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ElastAlert.Alerting.Text.Links;

/// <summary>Has Kibana keep a long link under a short one.</summary>
internal sealed class KibanaShortener(HttpClient client, OptionMap options)
{
    private static readonly Version NewApi = new(7, 16);

    private readonly string _baseUrl = options.Text("kibana_url") ?? "";
    private readonly string? _tenant = options.Text("kibana_discover_security_tenant");
    private readonly bool _isNewApi = HasNewApi(options);

    /// <summary>Returns the short link for a link that is relative to the address of Kibana.</summary>
    /// <exception cref="HttpRequestException">Kibana cannot be reached, or refuses.</exception>
    /// <exception cref="JsonException">Kibana answers something else than JSON.</exception>
    public async Task<string> ShortenAsync(string relativeUrl, CancellationToken cancellationToken)
    {
        using var request = Request(WithTenant(UrlJoin.Resolve("/", relativeUrl)));
        using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var name = _isNewApi ? "id" : "urlId";
        var id = JsonElement.Parse(answer) is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var found) ? found.GetString() : null;
        if (string.IsNullOrEmpty(id))
            throw new JsonException($"Kibana's answer has no '{name}'.");
        return WithTenant(UrlJoin.Resolve(UrlJoin.Resolve(_baseUrl, "goto/"), id));
    }

    private HttpRequestMessage Request(string longUrl)
    {
        var path = _isNewApi ? "api/short_url" : "api/shorten_url";
        JsonObject body = _isNewApi
            ? new() { ["locatorId"] = "LEGACY_SHORT_URL_LOCATOR", ["params"] = new JsonObject { ["url"] = longUrl } }
            : new() { ["url"] = longUrl };
        var request = new HttpRequestMessage(HttpMethod.Post, WithTenant(UrlJoin.Resolve(_baseUrl, path)))
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("kbn-xsrf", "elastalert");
        request.Headers.Add("osd-xsrf", "elastalert");
        if (options.Text("kibana_username") is { } user && options.Text("kibana_password") is { } password)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        return request;
    }

    private string WithTenant(string url) => string.IsNullOrEmpty(_tenant) ? url : UrlJoin.WithQuery(url, "security_tenant", _tenant);

    private static bool HasNewApi(OptionMap options)
    {
        var text = options.TryGetValue("kibana_discover_version", out var value) ? Convert.ToString(value.Value, CultureInfo.InvariantCulture) : "";
        return text is null or "" or "0.0" || !Version.TryParse(text, out var version) || version >= NewApi;
    }
}
