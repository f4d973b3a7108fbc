using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ElastAlert.TestSupport;

/// <summary>Is a real search server for tests: the one that ELASTICSEARCH_URL names, else one started from the shared folder.</summary>
/// <remarks>
/// One server takes about 1 GiB of memory, so one runs at a time on a machine, whatever processes the tests run in: to start one waits until
/// the one before it was disposed. A test that starts a second one before it disposes the first waits for itself.
/// </remarks>
public sealed class SearchServer : IAsyncDisposable
{
    private readonly string? _data;
    private readonly SearchServerTurn? _turn;

    private SearchServer(string name, Uri url, string version, string? data = null, SearchServerTurn? turn = null)
    {
        (_data, _turn) = (data, turn);
        Name = name;
        Url = url;
        Version = version;
        Transport = new PlainSearchTransport(url);
    }

    /// <summary>Gets which kind of server this is: <c>elasticsearch-9</c>, <c>elasticsearch-7</c> or <c>opensearch-3</c>.</summary>
    public string Name { get; }

    /// <summary>Gets its address.</summary>
    public Uri Url { get; }

    /// <summary>Gets its version number, such as <c>9.5.3</c>.</summary>
    public string Version { get; }

    /// <summary>Gets a transport that sends requests to it as they are.</summary>
    public PlainSearchTransport Transport { get; }

    /// <summary>Starts a server, or connects to the one that ELASTICSEARCH_URL names.</summary>
    /// <param name="name"><c>elasticsearch-9</c>, <c>elasticsearch-7</c> or <c>opensearch-3</c>.</param>
    /// <exception cref="SearchServerMissingException">There is none of this kind here; the test is to be skipped.</exception>
    public static async Task<SearchServer> StartAsync(string name)
    {
        var given = Environment.GetEnvironmentVariable("ELASTICSEARCH_URL");
        return string.IsNullOrEmpty(given) ? await StartSharedAsync(name) : await ConnectAsync(name, new Uri(given));
    }

    /// <summary>Closes the server and removes its data; a server that ELASTICSEARCH_URL names keeps running.</summary>
    public async ValueTask DisposeAsync()
    {
        Transport.Dispose();
        if (_data is null)
            return;
        await StopAsync(_data);
        _turn?.Dispose();
    }

    /// <summary>Gets whether the server was started for the test, which may then kill it.</summary>
    public bool CanBeKilled => _data is not null;

    /// <summary>Kills the server as a crash would; it keeps its data.</summary>
    public Task KillAsync() => RunAsync("stop", _data!, "KILL");

    /// <summary>Starts the server again that was killed, at the same address and with its data.</summary>
    public Task StartAgainAsync() => RunAsync("start", Name, "--data", _data!, "--port", Url.Port.ToString(CultureInfo.InvariantCulture));

    private static async Task<SearchServer> ConnectAsync(string name, Uri url)
    {
        var (family, version) = await IdentifyAsync(url);
        if (family != name)
            throw new SearchServerMissingException($"ELASTICSEARCH_URL names a server of the kind {family}, so {name} is not tested.");
        return new SearchServer(name, url, version);
    }

    private static async Task<SearchServer> StartSharedAsync(string name)
    {
        if (!File.Exists(Script("start")))
        {
            throw new SearchServerMissingException(
                $"No {name}: set ELASTICSEARCH_URL, or have the search servers in {Path.Combine(Repository.Shared, "servers")}.");
        }

        var turn = await SearchServerTurn.WaitAsync(name);
        try
        {
            if (SearchServerTurn.LeftBehind is { } left)
                await StopAsync(left);
            var data = Directory.CreateTempSubdirectory(name + ".").FullName;
            SearchServerTurn.Use(name, data);
            var url = new Uri((await RunAsync("start", name, "--data", data)).Trim());
            var (_, version) = await IdentifyAsync(url);
            return new SearchServer(name, url, version, data, turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private static async Task StopAsync(string data)
    {
        if (File.Exists(Path.Combine(data, "pid")))
            await RunAsync("stop", data);
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
    }

    private static async Task<(string Family, string Version)> IdentifyAsync(Uri url)
    {
        using var transport = new PlainSearchTransport(url);
        await using var answer = await transport.SendAsync(new SearchRequest("GET", "/"), CancellationToken.None);
        using var root = await JsonDocument.ParseAsync(answer.Body);
        var version = root.RootElement.GetProperty("version");
        var number = version.GetProperty("number").GetString()!;
        var isOpenSearch = version.TryGetProperty("distribution", out var distribution) && distribution.ValueEquals("opensearch");
        return (Family(isOpenSearch, number), number);
    }

    private static string Family(bool isOpenSearch, string number)
    {
        if (isOpenSearch)
            return "opensearch-3";
        return number.StartsWith("7.", StringComparison.Ordinal) ? "elasticsearch-7" : "elasticsearch-9";
    }

    private static string Script(string name) => Path.Combine(Repository.Shared, "servers", name);

    private static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Script(script), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{script} {string.Join(' ', arguments)} failed: {await error}");
        return await output;
    }
}
