using System.Globalization;
using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.State.Writeback;

/// <summary>Tells which generation of mappings a server takes (engine.md 3.11 and 7.3).</summary>
/// <param name="HasOldDateFormats">Whether date formats have the names of version 7.</param>
internal sealed record ServerGeneration(bool HasOldDateFormats)
{
    private const int Attempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>Asks the server for its version, unless it is given.</summary>
    /// <exception cref="ElastAlertException">The server is too old.</exception>
    public static async Task<ServerGeneration> DetectAsync(ISearchTransport transport, string? version, TimeProvider time, CancellationToken cancellationToken) =>
        Of(string.IsNullOrEmpty(version) ? await AskAsync(transport, time, cancellationToken).ConfigureAwait(false) : version);

    /// <summary>Returns the generation of a version number.</summary>
    public static ServerGeneration Of(string version)
    {
        if (!int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major < 7)
            throw new ElastAlertException($"FATAL - Unsupported Elasticsearch version: {version}. Aborting.");
        return new ServerGeneration(major == 7);
    }

    private static async Task<string> AskAsync(ISearchTransport transport, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var answer = await transport.AskAsync(new SearchRequest("GET", "/"), cancellationToken).ConfigureAwait(false);
                return Version(answer.Root);
            }
            catch (SearchException exception) when (attempt < Attempts && exception.IsTransient)
            {
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // OpenSearch began at 1, where it equals Elasticsearch 7.10.
    private static string Version(JsonElement root)
    {
        var version = root.GetProperty("version");
        var number = version.GetProperty("number").GetString()!;
        if (!version.TryGetProperty("distribution", out var distribution) || !distribution.ValueEquals("opensearch"))
            return number;
        return number.StartsWith("1.", StringComparison.Ordinal) ? "7.10.2" : "8.2.0";
    }
}
