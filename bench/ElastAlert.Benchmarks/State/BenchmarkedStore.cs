using ElastAlert.Embedded;
using ElastAlert.Sqlite;
using ElastAlert.State.InMemory;
using ElastAlert.State.Writeback;
using ElastAlert.TestSupport;

namespace ElastAlert.Benchmarks.State;

/// <summary>Is a store of its own for a benchmark.</summary>
internal sealed class BenchmarkedStore(IStateStore store, Action close) : IDisposable
{
    public IStateStore Store => store;

    public static BenchmarkedStore Open(string name) => name switch
    {
        "memory" => new BenchmarkedStore(new InMemoryStateStore(), static () => { }),
        "sqlite" => Sqlite(),
        _ => Writeback(),
    };

    public void Dispose() => close();

    private static BenchmarkedStore Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("elastalert-bench.");
        var file = new SqliteStateFile(new SqliteStateOptions { Path = Path.Combine(folder.FullName, "state.db") }, TimeProvider.System);
        return new BenchmarkedStore(file.Store, () =>
        {
            file.Dispose();
            folder.Delete(recursive: true);
        });
    }

    private static BenchmarkedStore Writeback()
    {
        var url = Environment.GetEnvironmentVariable("ELASTICSEARCH_URL");
        ISearchTransport server = string.IsNullOrEmpty(url) ? new EmbeddedSearchTransport(new EmbeddedSearch()) : new PlainSearchTransport(new Uri(url));
        var counted = new CountingTransport(server);
        var state = new WritebackState(counted, "bench" + Guid.NewGuid().ToString("N"), TimeSpan.FromDays(2), TimeProvider.System);
        return new BenchmarkedStore(state.Store, () => Console.WriteLine($"// {counted.Requests} requests, {counted.Bytes} bytes"));
    }
}
