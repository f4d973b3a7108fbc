using System.Diagnostics;
using System.Globalization;

namespace ElastAlert.KillHost;

/// <summary>Takes note of the points that are reached, and kills or stops the process at the one that it was told.</summary>
internal sealed class FaultPoints(TimeProvider clock, FaultPoint? kill, FaultPoint? stop)
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, DateTimeOffset> _reached = new(StringComparer.Ordinal);
    private FaultPoint? _stop = stop;
    private int _working;

    /// <summary>Gets the points in the order in which they were reached first, each with the last moment at which it was.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset Last)> Reached
    {
        get
        {
            lock (_lock)
                return [.. _reached.Select(point => (point.Key, point.Value))];
        }
    }

    /// <summary>Does work between two points.</summary>
    public async Task<T> AroundAsync<T>(string name, Func<Task<T>> work)
    {
        Reach(name + ":before");
        var result = await CountAsync(work);
        Reach(name + ":after");
        return result;
    }

    /// <summary>Does work between two points.</summary>
    public Task AroundAsync(string name, Func<Task> work) => AroundAsync(name, async () =>
    {
        await work();
        return true;
    });

    private async Task<T> CountAsync<T>(Func<Task<T>> work)
    {
        Interlocked.Increment(ref _working);
        try
        {
            return await work();
        }
        finally
        {
            Interlocked.Decrement(ref _working);
        }
    }

    private void Reach(string name)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            _reached[name] = now;
            if (kill?.Name == name && now >= kill.From)
                Kill();
            if (_stop?.Name != name || now < _stop.From)
                return;
            _stop = null;
            Stop();
        }
    }

    private static void Kill()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }

    // A process that is stopped while it writes to a SQLite file keeps everybody from writing, as long as it stands still. Here nothing new
    // begins, because every step comes by this point first. The process stands still before the command that stops it has ended.
    private void Stop()
    {
        SpinWait.SpinUntil(() => Volatile.Read(ref _working) == 0);
        using var command = Process.Start("kill", ["-s", "STOP", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        command.WaitForExit();
    }
}
