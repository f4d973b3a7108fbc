using System.Diagnostics;
using System.Globalization;
using ElastAlert.TestSupport;

namespace ElastAlert.Benchmarks.State;

/// <summary>Measures what a commit costs on each store: it is to follow what changed, not what there is.</summary>
internal static class CommitCosts
{
    private const int Rounds = 200;
    private const int Warmup = 20;

    /// <summary>Measures every store, without a past and beside 100,000 silences.</summary>
    /// <returns>0.</returns>
    public static async Task<int> MeasureAsync()
    {
        Console.WriteLine($"{"store",16} {"silences before",16} {"commit",20} {"ms",8} {"ratio",6} {"bytes",9}   (medians of {Rounds}; ratio to nothing new)");
        foreach (var store in (string[])["memory", "sqlite", "embedded"])
            await MeasureAsync(store, null);
        try
        {
            await using var server = await SearchServer.StartAsync("elasticsearch-9");
            await MeasureAsync(server.Name, server.Transport);
        }
        catch (SearchServerMissingException exception)
        {
            Console.WriteLine(exception.Message);
        }

        return 0;
    }

    private static async Task MeasureAsync(string name, ISearchTransport? server)
    {
        foreach (var silences in (int[])[0, 100_000])
        {
            using var store = BenchmarkedStore.Open(name, server);
            await MeasureAsync(name, store, silences);
        }
    }

    // One of each kind after another, so that whatever else the machine does falls on all of them.
    private static async Task MeasureAsync(string name, BenchmarkedStore store, int silences)
    {
        var workload = await CommitWorkload.CreateAsync(store.Store, silences);
        var costs = CommitWorkload.Kinds.ToDictionary(static kind => kind, static _ => (Times: new List<double>(), Bytes: new List<long>()));
        for (var round = 0; round < Warmup + Rounds; round++)
        {
            foreach (var kind in CommitWorkload.Kinds)
            {
                var change = workload.Change(kind);
                var bytes = store.BytesWritten();
                var began = Stopwatch.GetTimestamp();
                await workload.CommitAsync(change);
                if (round < Warmup)
                    continue;
                costs[kind].Times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                costs[kind].Bytes.Add(store.BytesWritten() - bytes);
            }
        }

        var least = Median(costs[CommitWorkload.Kinds[0]].Times);
        foreach (var (kind, (times, bytes)) in costs)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,16} {silences,16:N0} {kind,20} {Median(times),8:0.00} {Median(times) / least,6:0.0} {Median(bytes),9:N0}"));
        }
    }

    private static T Median<T>(List<T> values) => values.Order().ElementAt(values.Count / 2);
}
