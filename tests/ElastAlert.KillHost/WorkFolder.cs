using System.Globalization;

namespace ElastAlert.KillHost;

/// <summary>Is the folder that outlives the processes of a test: configuration, data, the position of the clock, and the state file.</summary>
internal sealed class WorkFolder(string path)
{
    /// <summary>Gets what the names of all indices of the test begin with.</summary>
    public static string Name { get; } = Environment.GetEnvironmentVariable("KILL_NAME") ?? "kill";

    public string Config => Path.Combine(path, "config.yaml");

    public string State => Path.Combine(path, "state.db");

    public string Data => Path.Combine(path, "data.ndjson");

    public string Clock => Path.Combine(path, "clock");

    /// <summary>Gets the number of rules.</summary>
    public int Rules => Directory.GetFiles(Path.Combine(path, "rules")).Length;

    /// <summary>Gets the moment at which the processes of the test have done their work.</summary>
    public DateTimeOffset End => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(File.ReadAllText(Path.Combine(path, "end")), CultureInfo.InvariantCulture));

    /// <summary>Gets whether this process moves the clock: of several that live at the same time, the last one that began.</summary>
    public bool IsDriver => File.ReadAllText(Path.Combine(path, "driver")) == Me;

    private static string Me => Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Has this process move the clock from now on.</summary>
    public void Drive()
    {
        File.WriteAllText(Path.Combine(path, "driver.new"), Me);
        File.Move(Path.Combine(path, "driver.new"), Path.Combine(path, "driver"), overwrite: true);
    }

    /// <summary>Writes which points were reached by a process that ended by itself, each with the last moment at which it was.</summary>
    public void WritePoints(FaultPoints faults) => File.WriteAllLines(
        Path.Combine(path, "points"), faults.Reached.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Name} {point.Last.ToUnixTimeMilliseconds()}")));
}
