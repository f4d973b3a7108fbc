using System.Diagnostics;
using System.Globalization;

namespace ElastAlert.KillTests;

/// <summary>Is an installation in a folder of its own, whose process is started again and again until it has come to the end.</summary>
internal sealed class Installation : IDisposable
{
    // One line is one write, so that it is there whole or not at all. When the engine dies while it hands over the matches, their end is missing,
    // and nothing is delivered; when it dies later, the command goes on without it.
    private const string Script =
        """
        die_at() {
          case "$KILL_AT" in "$1"@*) [ "$now" -ge "${KILL_AT#*@}" ] && kill -s KILL $HOST ;; esac
        }
        read -r matches || exit 1
        read -r now < clock
        die_at command:before
        printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$LIFE" "$now" "$ELASTALERT_ALERT_ID" "$matches" >> deliveries
        die_at command:after
        exit 0

        """;

    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LongestMoment = TimeSpan.FromMilliseconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("elastalert-kill.").FullName;
    private readonly List<Life> _lives = [];

    /// <param name="server">A real server that has the data and the state, or <see langword="null"/> for the embedded one and a SQLite file.</param>
    public Installation(Uri? server = null)
    {
        Server = server;
        Directory.CreateDirectory(Path.Combine(_folder, "rules"));
        File.WriteAllText(Path.Combine(_folder, "config.yaml"), Scenario.Configuration(server, Name));
        foreach (var rule in Scenario.Rules.Keys)
            File.WriteAllText(Path.Combine(_folder, "rules", rule + ".yaml"), Scenario.Rule(rule, Name + "-logs"));
        File.WriteAllLines(Path.Combine(_folder, "data.ndjson"), Scenario.Data());
        File.WriteAllText(Path.Combine(_folder, "clock"), Milliseconds(Scenario.Start) + "\n");
        File.WriteAllText(Path.Combine(_folder, "end"), Milliseconds(Scenario.End));
        File.WriteAllText(Path.Combine(_folder, "deliver.sh"), Script);
    }

    /// <summary>Gets what the names of its indices begin with.</summary>
    public string Name { get; } = "kill" + Guid.NewGuid().ToString("N");

    /// <summary>Gets the server, or <see langword="null"/>.</summary>
    public Uri? Server { get; }

    /// <summary>Gets the state file.</summary>
    public string StateFile => Path.Combine(_folder, "state.db");

    /// <summary>Gets the processes so far.</summary>
    public IReadOnlyList<Life> Lives => _lives;

    /// <summary>Gets the moment that the clock shows.</summary>
    public long Clock => long.Parse(File.ReadAllText(Path.Combine(_folder, "clock")), CultureInfo.InvariantCulture);

    /// <summary>Gets which points were reached in a life that ended by itself, in their order, each with the last moment at which it was.</summary>
    public IReadOnlyList<(string Name, long Last)> Points =>
        [.. File.ReadAllLines(Path.Combine(_folder, "points")).Select(line => line.Split(' ')).Select(parts => (parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture)))];

    /// <summary>Gets what was delivered, in order.</summary>
    public IReadOnlyList<Delivery> Deliveries => File.Exists(Path.Combine(_folder, "deliveries"))
        ? [.. File.ReadAllLines(Path.Combine(_folder, "deliveries")).Select(Delivery.Read)]
        : [];

    /// <summary>Runs one life.</summary>
    /// <param name="killAt">The point at which it is killed, or <see langword="null"/>.</param>
    public async Task<Life> RunAsync(string? killAt = null)
    {
        using var process = Start(killAt);
        return await EndAsync(process);
    }

    /// <summary>Runs one life that is killed from outside: some random moments after the clock has passed a random place, or while it starts.</summary>
    /// <param name="random">What gives numbers.</param>
    public async Task<Life> RunKilledAsync(Random random)
    {
        var place = Clock + random.Next(-(int)LongestStep.TotalMilliseconds / 3, (int)LongestStep.TotalMilliseconds);
        var isAtStart = place <= Clock;
        using var process = Start();
        await process.WaitUntilAsync(() => isAtStart || Clock >= place);
        await process.KillAfterAsync(TimeSpan.FromMilliseconds(random.NextDouble() * (isAtStart ? LongestStart : LongestMoment).TotalMilliseconds));
        return await EndAsync(process);
    }

    /// <summary>Starts a life.</summary>
    /// <param name="killAt">The point at which it is killed, or <see langword="null"/>.</param>
    /// <param name="stopAt">The point at which it is stopped, to be continued, or <see langword="null"/>.</param>
    public EngineProcess Start(string? killAt = null, string? stopAt = null)
    {
        var life = _lives.Count + 1;
        _lives.Add(new Life(life, HasEnded: false, BrokenOffAt: null, ""));
        return new EngineProcess(life, _folder, new Dictionary<string, string?>
        {
            ["KILL_AT"] = killAt,
            ["KILL_NAME"] = Name,
            ["KILL_SERVER"] = Server?.ToString(),
            ["LIFE"] = life.ToString(CultureInfo.InvariantCulture),
            ["STOP_AT"] = stopAt,
        });
    }

    /// <summary>Takes note that a life stands still at the moment that the clock shows.</summary>
    /// <param name="process">The process.</param>
    public void BreakOff(EngineProcess process) => _lives[process.Life - 1] = _lives[process.Life - 1] with { BrokenOffAt = Clock };

    /// <summary>Waits for the end of a life.</summary>
    /// <param name="process">The process.</param>
    public async Task<Life> EndAsync(EngineProcess process)
    {
        var (exitCode, log) = await process.EndAsync();
        var life = _lives[process.Life - 1];
        return _lives[process.Life - 1] = life with { HasEnded = exitCode == 0, BrokenOffAt = exitCode == 0 ? life.BrokenOffAt : Clock, Log = log };
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
