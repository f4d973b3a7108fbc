using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Compares what was sent with what the reference sent.</summary>
internal static class VectorComparison
{
    public static void CompareRequests(AlerterVector vector, JsonElement expected, IReadOnlyList<RecordedRequest> actual)
    {
        var wanted = expected.EnumerateArray().ToList();
        if (vector.Alerter == "jira")
        {
            // Reads are artefacts of the reference's client; what is written, and the search, counts (alerters.md, jira).
            wanted = [.. wanted.Where(static request => request.GetProperty("method").GetString() != "GET" || Url(request).Contains("/search/", StringComparison.Ordinal))];
            actual = [.. actual.Where(static request => request.Method != "GET" || request.Url.Contains("/search/", StringComparison.Ordinal))];
            wanted = [.. wanted.Where(static request => !Url(request).Contains("/user/search", StringComparison.Ordinal))];
            actual = [.. actual.Where(static request => !request.Url.Contains("/user/search", StringComparison.Ordinal))];
        }

        actual.Select(static request => $"{request.Method} {request.Url}").Should()
            .Equal(wanted.Select(static request => $"{request.GetProperty("method").GetString()} {Url(request)}"));
        for (var index = 0; index < wanted.Count; index++)
            CompareRequest(vector, wanted[index], actual[index]);
    }

    public static void CompareInfo(AlerterVector vector, VectorRun run)
    {
        var expected = vector.Expected("info");
        if (expected is null)
            return;
        foreach (var member in expected.Value.EnumerateObject())
        {
            // Addresses and keys are left out or cut to their host on purpose (22).
            if (run.Info.TryGetValue(member.Name, out var value) && !member.Value.GetRawText().Contains("://", StringComparison.Ordinal))
                Canonical(value).Should().Be(Canonical(member.Value), member.Name);
        }

        run.Info.Should().ContainKey("type");
    }

    public static void ComparePipeline(JsonElement expected, AlertReceipt receipt)
    {
        foreach (var member in expected.EnumerateObject().Where(static member => member.Value.ValueKind == JsonValueKind.String))
            receipt.Values.Should().Contain(member.Name, member.Value.GetString()!);
        if (!expected.TryGetProperty("jira_ticket", out var ticket) || ticket.ValueKind == JsonValueKind.Null)
            receipt.Values.Should().NotContainKey("jira_ticket");
    }

    private static string Url(JsonElement request) =>
        request.TryGetProperty("wire_url", out var wire) ? wire.GetString()! : request.GetProperty("url").GetString()!;

    private static void CompareRequest(AlerterVector vector, JsonElement expected, RecordedRequest actual)
    {
        CompareHeaders(vector, expected, actual);
        CompareConnection(vector, expected, actual);
        if (expected.TryGetProperty("json", out var json))
            CompareJson(vector, json, JsonElement.Parse(actual.Body));
        if (expected.TryGetProperty("form", out var form))
            Form(actual.Body).Should().Equal(form.EnumerateArray().ToDictionary(static field => field[0].GetString()!, static field => field[1].ToString()));
        if (expected.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.String)
            Encoding.UTF8.GetString(actual.Body).Should().Be(body.GetString());
    }

    private static void CompareHeaders(AlerterVector vector, JsonElement expected, RecordedRequest actual)
    {
        var headers = expected.TryGetProperty("headers", out var given)
            ? given.EnumerateObject().ToDictionary(static header => header.Name, static header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase)
            : [];
        if (expected.TryGetProperty("auth", out var auth) && auth.GetProperty("type").GetString() == "basic")
            headers["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{auth.GetProperty("username").GetString()}:{auth.GetProperty("password").GetString()}"));
        if (vector.Alerter == "jira")
        {
            foreach (var name in (string[])["Accept", "Cache-Control", actual.Method == "GET" ? "Content-Type" : "Accept"])
                headers.Remove(name);
        }

        foreach (var (name, value) in headers)
            actual.Headers.Should().ContainKey(name).WhoseValue.Should().Be(value, name);
        actual.Headers.Keys.Except(headers.Keys, StringComparer.OrdinalIgnoreCase).Should().BeSubsetOf(["Content-Length", "Accept"]);
    }

    private static void CompareConnection(AlerterVector vector, JsonElement expected, RecordedRequest actual)
    {
        actual.Options.Proxy.Should().Be(Proxy(expected, "https"));
        actual.Options.PlainProxy.Should().Be(Proxy(expected, "http"));
        if (expected.TryGetProperty("auth", out var auth) && auth.GetProperty("type").GetString() == "proxy-authorization-header")
            (actual.Options.ProxyLogin, actual.Options.ProxyPassword).Should().Be((auth.GetProperty("username").GetString(), auth.GetProperty("password").GetString()));
        expected.TryGetProperty("verify", out var verify);
        actual.Options.CaCerts.Should().Be(verify.ValueKind == JsonValueKind.String ? verify.GetString() : null);
        actual.Options.VerifiesCertificates.Should().Be(verify.ValueKind != JsonValueKind.False || VectorDeviations.Verified.ContainsKey(vector.Id));
        if (expected.TryGetProperty("timeout", out var timeout))
            actual.Options.Timeout.Should().Be(TimeSpan.FromSeconds(timeout.GetDouble()));
    }

    private static string? Proxy(JsonElement expected, string scheme) =>
        expected.TryGetProperty("proxies", out var proxies) && proxies.TryGetProperty(scheme, out var address) ? address.GetString() : null;

    public static void CompareJson(AlerterVector vector, JsonElement expected, JsonElement actual)
    {
        if (VectorDeviations.Members.TryGetValue(vector.Id, out var deviation))
        {
            if (deviation.Member == "*")
                return;
            expected = Without(expected, deviation.Member);
            actual = Without(actual, deviation.Member);
        }

        foreach (var name in vector.Find("unordered")?.EnumerateArray().Select(static item => item.GetString()!) ?? [])
            actual = Sorted(actual, name);
        Canonical(actual).Should().Be(Canonical(expected));
    }

    private static JsonElement Sorted(JsonElement value, string member)
    {
        var payload = JsonObject.Create(value)!;
        payload[member] = new JsonArray([.. payload[member]!.AsArray().Select(static item => item!.GetValue<string>()).Order(StringComparer.Ordinal)]);
        return JsonElement.Parse(payload.ToJsonString());
    }

    private static JsonElement Without(JsonElement value, string member) =>
        Values.Document.Of(value).Without(member).ToJson();

    // Members in order of their names; numbers keep their kind.
    public static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",\n", value.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal)
            .Select(static member => $"{member.Name}: {Canonical(member.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(",\n", value.EnumerateArray().Select(Canonical)) + "]",
        _ => Values.PythonText.Repr(value),
    };

    public static Dictionary<string, string> Form(byte[] body) => Encoding.ASCII.GetString(body).Split('&')
        .Select(static field => field.Split('=', 2))
        .ToDictionary(static field => Unescaped(field[0]), static field => Unescaped(field[1]));

    private static string Unescaped(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
