using System.Text;
using System.Text.Json.Nodes;

namespace ElastAlert.IntegrationTests.Conformance;

/// <summary>Is a request that is sent to both servers.</summary>
internal sealed record ConformanceRequest(string Method, string Path, string Body)
{
    public string ContentType { get; init; } = "application/json";

    /// <summary>Gets what later steps need: the name in their bodies, and the member of this answer.</summary>
    public IReadOnlyDictionary<string, string> Keeps { get; init; } = new Dictionary<string, string>();

    public static ConformanceRequest Read(JsonObject request)
    {
        var lines = request["lines"]?.AsArray();
        return new ConformanceRequest(
            request["method"]!.GetValue<string>(),
            request["path"]!.GetValue<string>(),
            lines is null ? request["body"]?.ToJsonString() ?? "" : string.Concat(lines.Select(line => line!.ToJsonString() + "\n")))
        {
            ContentType = lines is null ? "application/json" : "application/x-ndjson",
            Keeps = request["keep"]?.AsObject().ToDictionary(kept => kept.Key, kept => kept.Value!.GetValue<string>()) ?? [],
        };
    }

    public SearchRequest ToSearchRequest(IReadOnlyDictionary<string, string> kept)
    {
        var body = kept.Aggregate(Body, (text, value) => text.Replace("\"$" + value.Key + "\"", "\"" + value.Value + "\"", StringComparison.Ordinal));
        return new SearchRequest(Method, Path) { Body = Encoding.UTF8.GetBytes(body), ContentType = ContentType };
    }
}
