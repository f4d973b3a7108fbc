using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ElastAlert.Benchmarks.RuleTypes;
using ElastAlert.Querying;
using ElastAlert.Search;
using ElastAlert.Testing;

namespace ElastAlert.Benchmarks.Search;

/// <summary>Compares reading a page of hits as a rule gets it with parsing the same page; the figures are per hit.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private readonly byte[] _page = Pages.Hits();
    private readonly HitReader _reader = new(Some.Rule());

    /// <summary>Parses the page.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Pages.Size)]
    public int Parse()
    {
        using var document = JsonDocument.Parse(_page);
        return document.RootElement.GetProperty("hits").GetProperty("hits").GetArrayLength();
    }

    /// <summary>Reads the page from a stream, parses it, and makes hits with index, id, moment and fields.</summary>
    [Benchmark(OperationsPerInvoke = Pages.Size)]
    public async Task<int> Read()
    {
        var answer = await HitAnswer.ReadAsync(new SearchResponse(200, new MemoryStream(_page)), CancellationToken.None);
        using var page = new SearchPage(answer, new HashSet<int>());
        return page.ReadHits().Sum(hits => hits.Select(_reader.Read).ToList().Count);
    }
}
