using System.Text;
using System.Text.Json;
using ElastAlert.Cli;
using ElastAlert.TestSupport;

namespace ElastAlert.IntegrationTests.EndToEnd;

/// <summary>
/// Is the installation whose runs were recorded (<c>vectors/end-to-end</c>), on a server of its own: events in their indices, configuration, rules,
/// and the folder that the rules write their alerts to.
/// </summary>
internal sealed class RecordedInstallation : IDisposable
{
    private static readonly string[] EventIndices = ["shop-2026.11.01.08", "shop-2026.11.01.09", "epoch", "odd"];

    private readonly SearchServer _server;
    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("elastalert-recorded.");

    private RecordedInstallation(SearchServer server, string rules)
    {
        _server = server;
        Rules = Vectors.PathOf("end-to-end/" + rules);
    }

    public static string Config => Vectors.PathOf("end-to-end/config.yaml");

    public string Output => _output.FullName;

    public string Rules { get; }

    public static async Task<RecordedInstallation> CreateAsync(SearchServer server, string rules, CancellationToken cancellationToken)
    {
        var installation = new RecordedInstallation(server, rules);
        await installation.LoadEventsAsync(cancellationToken);
        return installation;
    }

    /// <summary>Runs the command line as a person would, with the variables that the recording uses.</summary>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var environment = new CommandLineEnvironment
        {
            Output = output,
            Error = error,
            Variables = new Dictionary<string, string>
            {
                ["SEARCH_HOST"] = _server.Url.Host,
                ["SEARCH_PORT"] = _server.Url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["RULES"] = Rules,
                ["OUT"] = Output,
            },
        };
        var exitCode = await new ElastAlertCommandLine(environment).RunAsync(arguments, cancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Returns the alerts that a rule wrote: one a line, each the list of its matches.</summary>
    public IReadOnlyList<JsonElement> Alerts(string rule)
    {
        var file = Path.Combine(Output, rule + ".json");
        return File.Exists(file) ? [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonElement.Parse(line))] : [];
    }

    /// <summary>Returns the texts that a rule wrote.</summary>
    public string Text(string rule)
    {
        var file = Path.Combine(Output, rule + ".txt");
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }

    /// <summary>Returns the status documents of a rule, oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> StatusAsync(string rule, CancellationToken cancellationToken)
    {
        await SendAsync("POST", "/elastalert_status_status/_refresh", "", cancellationToken);
        var body = $$$"""{"size":100,"query":{"term":{"rule_name":"{{{rule}}}"}},"sort":[{"@timestamp":"asc"}]}""";
        using var answer = await SendAsync("POST", "/elastalert_status_status/_search", body, cancellationToken);
        return [.. answer.RootElement.GetProperty("hits").GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("_source").Clone())];
    }

    public async Task DeleteWritebackAsync(CancellationToken cancellationToken)
    {
        using var answer = await SendAsync("GET", "/_cat/indices/elastalert_status*?format=json&h=index", "", cancellationToken);
        foreach (var index in answer.RootElement.EnumerateArray())
            (await SendAsync("DELETE", "/" + index.GetProperty("index").GetString(), "", cancellationToken)).Dispose();
    }

    public void Dispose() => _output.Delete(recursive: true);

    private async Task LoadEventsAsync(CancellationToken cancellationToken)
    {
        await DeleteWritebackAsync(cancellationToken);
        (await SendAsync("DELETE", "/" + string.Join(',', EventIndices) + "?ignore_unavailable=true", "", cancellationToken)).Dispose();
        foreach (var index in EventIndices)
            (await SendAsync("PUT", "/" + index, MappingOf(index), cancellationToken)).Dispose();
        foreach (var lines in File.ReadLines(Vectors.PathOf("end-to-end/events.ndjson")).Chunk(2000))
            (await SendAsync("POST", "/_bulk?refresh=true", BulkOf(lines), cancellationToken, "application/x-ndjson")).Dispose();
    }

    private static string MappingOf(string index) => index switch
    {
        "epoch" => """{"mappings":{"properties":{"when":{"type":"date","format":"epoch_millis"}}}}""",
        "odd" => """{"mappings":{"properties":{"stamp":{"type":"date","format":"yyyy/MM/dd HH-mm-ss"}}}}""",
        _ => "{}",
    };

    private static string BulkOf(IEnumerable<string> lines)
    {
        var bulk = new StringBuilder();
        foreach (var line in lines)
        {
            var document = JsonElement.Parse(line);
            bulk.Append(System.Globalization.CultureInfo.InvariantCulture, $$$"""{"index":{"_index":"{{{document.GetProperty("_index").GetString()}}}","_id":"{{{document.GetProperty("_id").GetString()}}}"}}""").Append('\n');
            bulk.Append(document.GetProperty("_source").GetRawText()).Append('\n');
        }

        return bulk.ToString();
    }

    private async Task<JsonDocument> SendAsync(
        string method, string path, string body, CancellationToken cancellationToken, string contentType = "application/json")
    {
        var request = new SearchRequest(method, path) { Body = Encoding.UTF8.GetBytes(body), ContentType = contentType };
        await using var answer = await _server.Transport.SendAsync(request, cancellationToken);
        var document = await JsonDocument.ParseAsync(answer.Body, cancellationToken: cancellationToken);
        if (!answer.IsSuccess || document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("errors", out var errors) && errors.GetBoolean())
            throw new InvalidOperationException($"{method} {path}: {document.RootElement.GetRawText()[..Math.Min(2000, document.RootElement.GetRawText().Length)]}");
        return document;
    }
}
