using System.Globalization;
using ElastAlert.Embedded;
using ElastAlert.Sqlite;
using ElastAlert.State.InMemory;
using ElastAlert.State.Writeback;

namespace ElastAlert.Benchmarks.State;

/// <summary>Is a store of its own for a measurement, which knows how many bytes it has written.</summary>
internal sealed class BenchmarkedStore(IStateStore store, Func<long> bytesWritten, Action close) : IDisposable
{
    public IStateStore Store => store;

    /// <summary>Returns how much was written so far: sent to a server, or by the whole process where the store is a file; nothing in memory.</summary>
    public long BytesWritten() => bytesWritten();

    /// <summary>Opens an empty store.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="server">The search server, where the store is on one.</param>
    public static BenchmarkedStore Open(string name, ISearchTransport? server) => name switch
    {
        "memory" => new BenchmarkedStore(new InMemoryStateStore(), static () => 0, static () => { }),
        "sqlite" => Sqlite(),
        _ => Writeback(server ?? new EmbeddedSearchTransport(new EmbeddedSearch())),
    };

    public void Dispose() => close();

    private static BenchmarkedStore Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("elastalert-bench.");
        var file = new SqliteStateFile(new SqliteStateOptions { Path = Path.Combine(folder.FullName, "state.db") }, TimeProvider.System);
        return new BenchmarkedStore(file.Store, BytesOfProcess, () =>
        {
            file.Dispose();
            folder.Delete(recursive: true);
        });
    }

    private static BenchmarkedStore Writeback(ISearchTransport server)
    {
        var counted = new CountingTransport(server);
        var state = new WritebackState(counted, "bench" + Guid.NewGuid().ToString("N"), TimeSpan.FromDays(2), TimeProvider.System);
        return new BenchmarkedStore(state.Store, () => counted.Bytes, static () => { });
    }

    // What Linux counts; elsewhere it is not known.
    private static long BytesOfProcess() => File.Exists("/proc/self/io")
        ? long.Parse(File.ReadLines("/proc/self/io").First(static line => line.StartsWith("wchar:", StringComparison.Ordinal))[6..], CultureInfo.InvariantCulture)
        : 0;
}
