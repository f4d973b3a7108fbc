using System.Text;
using System.Text.Json;
using ElastAlert.Querying;
using ElastAlert.Search;
using ElastAlert.Values;

namespace ElastAlert.IntegrationTests.Search;

/// <summary>Holds that paging through the values of a query key gives what one answer with all of them gives, for every kind of value.</summary>
public abstract class TermsPagingTests(Func<ISearchTransport> open) : IAsyncLifetime
{
    private const int DocumentCount = 240;
    private static readonly DateTimeOffset Begin = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeWindow Window = new(Begin.AddSeconds(-1), Begin.AddHours(1));

    private ISearchTransport? _transport;

    public static TheoryData<string, int> Keys()
    {
        var data = new TheoryData<string, int>();
        foreach (var key in (string[])["word", "whole", "small", "real", "single", "flag", "moment", "slash", "nanos", "tags", "rare", "absent"])
        {
            data.Add(key, 1);
            data.Add(key, 4);
            data.Add(key, 1_000);
        }

        return data;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _transport = open();
        if ((await SendAsync("GET", "/paging-keys/_doc/done")).StartsWith('{'))
            return;
        await SendAsync("PUT", "/paging-keys", """
            {"mappings": {"properties": {
              "@timestamp": {"type": "date"}, "word": {"type": "keyword"}, "whole": {"type": "long"}, "small": {"type": "short"},
              "real": {"type": "double"}, "single": {"type": "float"}, "flag": {"type": "boolean"}, "moment": {"type": "date"},
              "slash": {"type": "date", "format": "yyyy/MM/dd HH-mm-ss"}, "nanos": {"type": "date_nanos"}, "tags": {"type": "keyword"},
              "rare": {"type": "keyword"}, "size": {"type": "long"}}}}
            """);
        var lines = string.Join('\n', Enumerable.Range(0, DocumentCount).Select(Document)) + "\n";
        (await SendAsync("POST", "/_bulk?refresh=true", lines, "application/x-ndjson")).Should().Contain("\"errors\":false");
        await SendAsync("PUT", "/paging-keys/_doc/done?refresh=true", "{}");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task QueryTermsPagesAsync_AnyKindOfValue_GivesWhatTermsGive(string key, int pageSize)
    {
        var whole = await Runner(new RuleQuery { Index = "paging-keys", QueryKey = key, TermsSize = 1_000 }).QueryTermsAsync(Window, Token);

        var paged = await TermsAsync(new RuleQuery { Index = "paging-keys", QueryKey = key, TermsSize = pageSize, TermsPaging = true });

        var expected = whole.Input!.Buckets.Select(Text).ToList();
        paged.Should().BeEquivalentTo(expected);
        (paged.Count == 0).Should().Be(key == "absent");
        if (pageSize > expected.Count)
            paged.Should().Equal(expected, "one page has the order of terms");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task QueryTermsPagesAsync_MinDocCount_LeavesOutSmallBucketsOnEveryPage(int pageSize)
    {
        var query = new RuleQuery { Index = "paging-keys", QueryKey = "rare", MinDocCount = 2, TermsSize = 1_000 };
        var whole = await Runner(query).QueryTermsAsync(Window, Token);

        var paged = await TermsAsync(query with { TermsSize = pageSize, TermsPaging = true });

        paged.Should().NotBeEmpty().And.BeEquivalentTo(whole.Input!.Buckets.Select(Text));
    }

    [Theory]
    [InlineData("word", 2, false)]
    [InlineData("flag", 1, true)]
    [InlineData("real", 3, true)]
    [InlineData("moment", 3, false)]
    [InlineData("word,flag", 2, false)]
    [InlineData("tags,whole", 7, true)]
    [InlineData("rare,word", 3, false)]
    [InlineData("flag,moment,tags", 5, false)]
    [InlineData("absent", 3, false)]
    public async Task QueryAggregationPagesAsync_AnyKeys_GiveWhatNestedTermsGive(string keys, int pageSize, bool withIntervals)
    {
        var query = Query(keys) with { TermsSize = 1_000 };
        using var whole = await Runner(query, withIntervals).QueryAggregationAsync(Window, TimeSpan.FromSeconds(30), Token);

        var (leaves, total) = await AggregationAsync(query with { TermsSize = pageSize, TermsPaging = true }, withIntervals);

        leaves.Should().BeEquivalentTo(Leaves(whole.Input!.Answer));
        total.Should().Be(whole.Total);
    }

    [Theory]
    [InlineData("word")]
    [InlineData("word,small")]
    public async Task QueryAggregationPagesAsync_OnePage_HasTheOrderOfTerms(string keys)
    {
        var query = Query(keys) with { TermsSize = 1_000 };
        using var whole = await Runner(query).QueryAggregationAsync(Window, TimeSpan.Zero, Token);

        var (leaves, _) = await AggregationAsync(query with { TermsPaging = true }, withIntervals: false);

        leaves.Should().Equal(Leaves(whole.Input!.Answer));
    }

    [Fact]
    public async Task QueryTermsPagesAsync_NoIndex_IsNoData()
    {
        var pages = Runner(new RuleQuery { Index = "paging-missing", QueryKey = "word", TermsPaging = true }).QueryTermsPagesAsync(Window, Token);

        (await pages.ToListAsync(Token)).Should().ContainSingle().Which.Input.Should().BeNull();
    }

    private static string Document(int number)
    {
        var moment = Begin.AddSeconds(number * 7 % 1800);
        var at = moment.AddMilliseconds(number % 5 * 250);
        return $$$"""
            {"index": {"_index": "paging-keys", "_id": "{{{number}}}"}}
            {"@timestamp": "{{{at:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}}", "word": "{{{(number % 9 == 0 ? "é \\\"" : "w" + (number * number % 11))}}}", "whole": {{{number % 13 - 6}}},
            "small": {{{number % 3}}}, "real": {{{number % 6}}}.5e-7, "single": 0.{{{number % 7 + 1}}}, "size": {{{number % 100}}},
            "flag": {{{(number % 4 == 0 ? "null" : number % 3 == 0 ? "true" : "false")}}},
            "moment": "{{{Begin.AddDays(-(number % 8)).AddMilliseconds(number % 2):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}}",
            "slash": "{{{Begin.AddDays(number % 5):yyyy/MM/dd HH-mm-ss}}}", "nanos": "{{{Begin.AddSeconds(number % 4):yyyy-MM-dd'T'HH:mm:ss}}}.00000000{{{number % 2}}}Z",
            "tags": ["t{{{number % 3}}}", "t{{{number % 5}}}"], "rare": "r{{{(number < 30 ? number % 10 : number)}}}"}
            """.ReplaceLineEndings("\n").Replace(",\n", ",", StringComparison.Ordinal);
    }

    private static RuleQuery Query(string keys) => new()
    {
        Index = "paging-keys",
        QueryKey = keys,
        CompoundQueryKey = keys.Contains(',', StringComparison.Ordinal) ? keys.Split(',') : [],
    };

    private static string Text(TermsBucket bucket) => $"{PythonText.Repr(bucket.Key.Element)}: {bucket.Count}";

    // The text beside the key of a date is left out: nothing evaluates it.
    private static List<string> Leaves(JsonElement answer, string path = "")
    {
        if (!answer.TryGetProperty("bucket_aggs", out var keys))
        {
            var members = answer.EnumerateObject().Where(member => member.Name is not ("key" or "key_as_string")).OrderBy(member => member.Name);
            return [$"{path}: {string.Join(", ", members.Select(member => $"{member.Name} {PythonText.Of(member.Value)}"))}"];
        }

        return [.. keys.GetProperty("buckets").EnumerateArray().SelectMany(bucket => Leaves(bucket, $"{path}/{PythonText.Repr(bucket.GetProperty("key"))}"))];
    }

    private RuleQueryRunner Runner(RuleQuery query, bool withIntervals = false)
    {
        var rule = new Rule
        {
            Name = "r",
            Type = "any",
            Query = query,
            Schedule = new RuleSchedule
            {
                RunEvery = TimeSpan.FromMinutes(1),
                BufferTime = TimeSpan.FromMinutes(15),
                BucketInterval = withIntervals ? TimeSpan.FromMinutes(5) : null,
            },
            Connection = new ConnectionOptions { Nodes = [new Uri("http://search.invalid")] },
        };
        var element = """
            {"metric_size_avg": {"avg": {"field": "size"}},
             "percentage_match_aggs": {"filters": {"other_bucket": true, "filters": {"match_bucket": {"bool": {"must": [{"range": {"size": {"gte": 50}}}]}}}}}}
            """;
        var needs = new RuleTypeNeeds { Aggregation = JsonElement.Parse(element) };
        return new RuleQueryRunner(rule, needs, new SearchCluster(_transport!), TimeProvider.System);
    }

    private async Task<List<string>> TermsAsync(RuleQuery query)
    {
        var pages = await Runner(query).QueryTermsPagesAsync(Window, Token).ToListAsync(Token);
        pages.Should().OnlyContain(page => page.Input!.Buckets.Count <= query.TermsSize && page.Partial == null);
        return [.. pages.SelectMany(page => page.Input!.Buckets).Select(Text)];
    }

    private async Task<(List<string> Leaves, long Total)> AggregationAsync(RuleQuery query, bool withIntervals)
    {
        var leaves = new List<string>();
        var total = 0L;
        await foreach (var page in Runner(query, withIntervals).QueryAggregationPagesAsync(Window, TimeSpan.FromSeconds(30), Token))
        {
            using (page)
            {
                leaves.AddRange(Leaves(page.Input!.Answer));
                total += page.Total;
            }
        }

        return (leaves, total);
    }

    private async Task<string> SendAsync(string method, string path, string body = "", string contentType = "application/json")
    {
        var request = new SearchRequest(method, path) { Body = Encoding.UTF8.GetBytes(body), ContentType = contentType };
        await using var answer = await _transport!.SendAsync(request, Token);
        using var reader = new StreamReader(answer.Body);
        var text = await reader.ReadToEndAsync();
        return answer.IsSuccess ? text : $"HTTP {answer.StatusCode}: {text}";
    }
}
