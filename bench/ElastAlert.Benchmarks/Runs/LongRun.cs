using System.Diagnostics;
using System.Globalization;
using ElastAlert.Hosting;
using ElastAlert.Testing;
using ElastAlert.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Benchmarks.Runs;

/// <summary>Measures what a run over a million hits needs, each kind of run in a process of its own.</summary>
internal static class LongRun
{
    private const int Hits = 1_000_000;
    private const int PageSize = 10_000;
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(150);
    private static readonly TimeSpan TenthOfSpan = Span / 10;
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<Task<string>>> Kinds = new()
    {
        ["fetch"] = FetchAsync,
        ["frequency"] = static () => RunAsync(Frequency, TenthOfSpan),
        ["any"] = static () => RunAsync(Any, TenthOfSpan),
        ["frequency, all remembered"] = static () => RunAsync(Frequency, Span),
        ["any, all remembered"] = static () => RunAsync(Any, Span),
    };

    /// <summary>Measures every kind of run.</summary>
    /// <returns>0 when all could be measured.</returns>
    public static async Task<int> MeasureAllAsync()
    {
        Console.WriteLine($"{"run",-26} {"wall time",10} {"processor",11} {"peak working set",17} {"allocated",11}  outcome");
        foreach (var name in Kinds.Keys)
        {
            using var process = Process.Start(Environment.ProcessPath!, ["memory", name]);
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                return process.ExitCode;
        }

        return 0;
    }

    /// <summary>Measures one kind of run in this process.</summary>
    /// <param name="name">The kind.</param>
    /// <returns>0 when the kind exists.</returns>
    public static async Task<int> MeasureAsync(string name)
    {
        if (!Kinds.TryGetValue(name, out var run))
        {
            Console.Error.WriteLine($"There is no run '{name}'; there are {string.Join(", ", Kinds.Keys)}.");
            return 1;
        }

        var began = Stopwatch.GetTimestamp();
        var outcome = await run();
        var time = Stopwatch.GetElapsedTime(began);
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64 / Megabyte;
        var allocated = GC.GetTotalAllocatedBytes() / Megabyte;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-26} {time.TotalSeconds,8:0.0} s {process.TotalProcessorTime.TotalSeconds,9:0.0} s {peak,14:0} MB {allocated,8:0} MB  {outcome}"));
        return 0;
    }

    private static GeneratedLog Log() => new(Hits, Start, Span / Hits);

    // The same pages, read and thrown away.
    private static async Task<string> FetchAsync()
    {
        var log = Log();
        var bytes = 0L;
        for (var place = -1; place < Hits - 1; place += PageSize)
        {
            var request = new SearchRequest("POST", $"/_search?size={PageSize}")
            {
                Body = System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"search_after":[0,{{place}}]}""")),
            };
            await using var response = await log.SendAsync(request, CancellationToken.None);
            bytes += await DiscardAsync(response.Body);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0} MB read");
    }

    private static async Task<long> DiscardAsync(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        var bytes = 0L;
        while (await stream.ReadAsync(buffer) is > 0 and var count)
            bytes += count;
        return bytes;
    }

    private static void Frequency(RuleBuilder rule) => rule.Frequency(50, TimeSpan.FromMinutes(5));

    private static void Any(RuleBuilder rule) => rule.Any();

    // A run reads spans of buffer_time, and remembers the documents of the last one.
    private static async Task<string> RunAsync(Action<RuleBuilder> type, TimeSpan bufferTime)
    {
        var folder = Directory.CreateTempSubdirectory("elastalert-bench.");
        try
        {
            await using var services = Services(Path.Combine(folder.FullName, "state.db"), type, bufferTime);
            var engine = services.GetRequiredService<IElastAlertEngine>();
            var report = (await engine.RunSpanAsync(Start, Start + Span, CancellationToken.None))[0];
            var notices = report.Notices.Count == 0 ? "" : "; " + string.Join("; ", report.Notices);
            return $"{report.Hits} hits, {report.Matches} matches, {report.Alerts} alerts{notices}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ServiceProvider Services(string path, Action<RuleBuilder> type, TimeSpan bufferTime)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new TestClock(Start + Span));
        services.AddElastAlert(elastAlert => elastAlert
            .UseTransport(static (_, _) => Log())
            .UseSqlite(path)
            .AddAlerter(new CollectingAlerter().Register())
            .AddRule("long run", rule =>
            {
                rule.Index("shop-*").BufferTime(bufferTime).Realert(TimeSpan.FromHours(1)).Set("alert", "collect");
                type(rule);
            }));
        return services.BuildServiceProvider();
    }
}
