using System.Globalization;

namespace ElastAlert.TestSupport;

/// <summary>Is the turn of one process to run a search server: a machine has memory for one, and test assemblies run side by side.</summary>
/// <remarks>
/// A file is locked, which ends with the process in any case. Beside it stands who has the lock, for those who wait, and where the server keeps
/// its data, for those who come after a process that was killed.
/// </remarks>
internal sealed class SearchServerTurn : IDisposable
{
    private static readonly string LockFile = Path.Combine(Path.GetTempPath(), "elastalert-search-server.lock");
    private static readonly string HolderFile = LockFile + ".holder";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly FileStream _lock;

    private SearchServerTurn(FileStream @lock) => _lock = @lock;

    /// <summary>Gets where a process that was killed has left a server, or <see langword="null"/>.</summary>
    public static string? LeftBehind => File.Exists(HolderFile) ? File.ReadAllLines(HolderFile).ElementAtOrDefault(1) : null;

    /// <summary>Waits for the turn.</summary>
    /// <param name="name">The server that is to be started.</param>
    /// <exception cref="TimeoutException">Others have had it for too long.</exception>
    public static async Task<SearchServerTurn> WaitAsync(string name)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if (TryLock() is { } taken)
                return new SearchServerTurn(taken);
            if (waited == TimeSpan.Zero)
                await Console.Error.WriteLineAsync($"{name} waits until {Holder()} has stopped: one search server runs at a time.");
            await Task.Delay(Pause, TimeProvider.System);
        }

        throw new TimeoutException($"{name} was not started: {Holder()} has run for {Patience}, and one search server runs at a time.");
    }

    /// <summary>Says what the turn is used for.</summary>
    /// <param name="name">The server.</param>
    /// <param name="data">The folder of its data.</param>
    public static void Use(string name, string data) =>
        File.WriteAllLines(HolderFile, [string.Create(CultureInfo.InvariantCulture, $"{name} of process {Environment.ProcessId}"), data]);

    public void Dispose()
    {
        File.Delete(HolderFile);
        _lock.Dispose();
    }

    private static string Holder() => File.Exists(HolderFile) ? File.ReadAllLines(HolderFile).FirstOrDefault() ?? "another" : "another";

    private static FileStream? TryLock()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
