using System.Diagnostics;
using System.Globalization;

namespace ElastAlert.KillTests;

/// <summary>Is a process of the command line.</summary>
internal sealed class EngineProcess : IDisposable
{
    // Longer than any machine takes; a process that hangs is killed, so that its log can be read.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    public EngineProcess(int life, string folder, IReadOnlyDictionary<string, string?> environment)
    {
        Life = life;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ElastAlert.KillHost.dll"), folder])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Gets the number of its life.</summary>
    public int Life { get; }

    /// <summary>Kills it after some time, unless it has ended before.</summary>
    public async Task KillAfterAsync(TimeSpan time)
    {
        using var limit = new CancellationTokenSource(time, TimeProvider.System);
        await _process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Kill();
    }

    /// <summary>Gets whether it stands still.</summary>
    public bool IsStopped =>
        !_process.HasExited && File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/stat")).Split(") ")[^1].StartsWith('T');

    /// <summary>Waits until something is so, or it has ended before.</summary>
    public async Task WaitUntilAsync(Func<bool> condition)
    {
        while (!_process.HasExited && !condition())
            await Task.Delay(Pause, TimeProvider.System);
    }

    /// <summary>Lets it go on.</summary>
    public void Continue()
    {
        using var command = Process.Start("kill", ["-s", "CONT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        command.WaitForExit();
    }

    /// <summary>Waits for its end, and returns the exit code and what it wrote.</summary>
    public async Task<(int ExitCode, string Log)> EndAsync()
    {
        await KillAfterAsync(Patience);
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _output + await _error);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
