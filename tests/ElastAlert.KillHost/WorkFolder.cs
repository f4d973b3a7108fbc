using System.Globalization;
using ElastAlert.Testing;

namespace ElastAlert.KillHost;

/// <summary>Is the folder that outlives the processes of a test: configuration, data, the position of the clock, and the state file.</summary>
internal sealed class WorkFolder(string path)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    /// <summary>Gets what the names of all indices of the test begin with.</summary>
    public static string Name { get; } = Environment.GetEnvironmentVariable("KILL_NAME") ?? "kill";

    public string Config => Path.Combine(path, "config.yaml");

    public string State => Path.Combine(path, "state.db");

    public string Data => Path.Combine(path, "data.ndjson");

    private string Clock => Path.Combine(path, "clock");

    private string End => Path.Combine(path, "end");

    /// <summary>Opens a clock that stands where the last process left it.</summary>
    public TestClock OpenClock() => new(Read(Clock));

    /// <summary>Moves the clock a step, and returns whether the end is not reached yet.</summary>
    public bool Move(TestClock clock)
    {
        if (clock.GetUtcNow() >= Read(End))
            return false;
        var next = clock.GetUtcNow() + Step;
        File.WriteAllText(Clock + ".new", next.ToString("O", CultureInfo.InvariantCulture));
        File.Move(Clock + ".new", Clock, overwrite: true);
        clock.Advance(Step);
        return true;
    }

    /// <summary>Writes how often each point was reached by a process that ended by itself.</summary>
    public void WritePoints(FaultPoints faults) =>
        File.WriteAllLines(Path.Combine(path, "points"), faults.Reached.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Key} {point.Value}")));

    private static DateTimeOffset Read(string file) =>
        DateTimeOffset.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
