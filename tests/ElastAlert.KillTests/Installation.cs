using System.Diagnostics;
using System.Globalization;

namespace ElastAlert.KillTests;

/// <summary>Is an installation in a folder of its own, whose process is started again and again until it has come to the end.</summary>
internal sealed class Installation : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("elastalert-kill.").FullName;
    private readonly string _name = "kill" + Guid.NewGuid().ToString("N");
    private readonly Uri? _server;

    /// <param name="server">A real server that has the data and the state, or <see langword="null"/> for the embedded one and a SQLite file.</param>
    public Installation(Uri? server = null)
    {
        _server = server;
        Directory.CreateDirectory(Path.Combine(_folder, "rules"));
        File.WriteAllText(Path.Combine(_folder, "config.yaml"), Scenario.Configuration(server, _name));
        foreach (var rule in Scenario.RuleNames)
            File.WriteAllText(Path.Combine(_folder, "rules", rule + ".yaml"), Scenario.Rule(rule, _name + "-logs"));
        File.WriteAllLines(Path.Combine(_folder, "data.ndjson"), Scenario.Data());
        File.WriteAllText(Path.Combine(_folder, "clock"), Scenario.Start.ToString("O", CultureInfo.InvariantCulture));
        File.WriteAllText(Path.Combine(_folder, "end"), Scenario.End.ToString("O", CultureInfo.InvariantCulture));
        File.WriteAllText(Path.Combine(_folder, "deliver.sh"), Script);
    }

    // One line is one write, so that it is there whole or not at all. The process that delivers can be killed before it and
    // after it; when it dies while it hands over the matches, they end in the middle, and nothing is delivered.
    private const string Script =
        """
        matches=$(tr -d '\n')
        case "$matches" in *']') ;; *) exit 1 ;; esac
        if [ "$KILL_SEND" = "before-$1" ]; then kill -9 $HOST; exit 1; fi
        printf '%s\t%s\t%s\n' "$1" "$ELASTALERT_ALERT_ID" "$matches" >> deliveries
        if [ "$KILL_SEND" = "after-$1" ]; then kill -9 $HOST; fi

        """;

    /// <summary>Gets how often each point was reached in a life that ended by itself.</summary>
    public IReadOnlyDictionary<string, int> Points => File.ReadAllLines(Path.Combine(_folder, "points"))
        .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture));

    /// <summary>Gets what the last life wrote.</summary>
    public string Log { get; private set; } = "";

    /// <summary>Gets what was delivered, in order.</summary>
    public IReadOnlyList<Delivery> Deliveries => File.Exists(Path.Combine(_folder, "deliveries"))
        ? [.. File.ReadAllLines(Path.Combine(_folder, "deliveries")).Select(Delivery.Read)]
        : [];

    /// <summary>Runs one life, and says whether it came to the end.</summary>
    /// <param name="killAt">The point at which it kills itself, or <see langword="null"/>.</param>
    /// <param name="killSend">Where in a delivery it is killed, or <see langword="null"/>.</param>
    /// <param name="killAfter">The time after which it is killed from outside, or <see langword="null"/>.</param>
    public async Task<bool> RunAsync(string? killAt = null, string? killSend = null, TimeSpan? killAfter = null)
    {
        using var process = Process.Start(StartInfo(killAt, killSend))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(killAfter ?? TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
            Log = await output + await error;
            return killAfter is null ? throw new InvalidOperationException("The process did not come to the end in time:\n" + Log) : false;
        }

        Log = await output + await error;
        return process.ExitCode == 0;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ProcessStartInfo StartInfo(string? killAt, string? killSend)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ElastAlert.KillHost.dll"), _folder])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["KILL_AT"] = killAt;
        start.Environment["KILL_NAME"] = _name;
        start.Environment["KILL_SEND"] = killSend;
        start.Environment["KILL_SERVER"] = _server?.ToString();
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }
}
