using System.Text.Json;
using System.Text.Json.Nodes;

namespace ElastAlert.IntegrationTests.Conformance;

/// <summary>Reads the files of requests; each line is a row of a test.</summary>
internal static class ConformanceRequests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Conformance", "Requests");

    /// <summary>Gets the lines of a file without comments.</summary>
    public static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0 && !line.StartsWith('#'));

    public static ConformanceRequest QueryString(string text) =>
        Query("conf-logs-*", JsonSerializer.Serialize(new { query_string = new { query = text } }));

    public static ConformanceRequest Query(string index, string query) =>
        new("POST", $"/{index}/_search?size=100&_source=false", $$"""{"query":{{query}},"sort":[{"{{(index == "conf-mapped" ? "int" : "seq")}}":"asc"}]}""");

    public static ConformanceRequest Aggregations(string body) => new("POST", "/conf-logs-*/_search?size=0", body);

    public static ConformanceRequest Any(string line) => ConformanceRequest.Read(JsonNode.Parse(line)!.AsObject());

    /// <summary>Gets the rows of requests that depend on each other, by their names.</summary>
    public static JsonObject Scenario(string name) => Scenarios().Single(scenario => scenario["name"]!.GetValue<string>() == name);

    public static IEnumerable<JsonObject> Scenarios() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "scenarios.json")))!.AsArray().Select(scenario => scenario!.AsObject());
}
