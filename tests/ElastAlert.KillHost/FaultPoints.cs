using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ElastAlert.KillHost;

/// <summary>Counts the points that are reached, and kills the process at the one that it was told: <c>commit:before#3</c>.</summary>
internal sealed class FaultPoints(string? killAt)
{
    private readonly ConcurrentDictionary<string, int> _reached = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, int>> Reached => _reached.OrderBy(point => point.Key, StringComparer.Ordinal);

    /// <summary>Does work between two points.</summary>
    public async Task<T> AroundAsync<T>(string name, Func<Task<T>> work)
    {
        Reach(name + ":before");
        var result = await work();
        Reach(name + ":after");
        return result;
    }

    /// <summary>Does work between two points.</summary>
    public Task AroundAsync(string name, Func<Task> work) => AroundAsync(name, async () =>
    {
        await work();
        return true;
    });

    private void Reach(string point)
    {
        var count = _reached.AddOrUpdate(point, 1, (_, before) => before + 1);
        if (string.Create(CultureInfo.InvariantCulture, $"{point}#{count}") != killAt)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }
}
