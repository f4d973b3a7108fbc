using System.Globalization;
using System.Text.Json;
using ElastAlert.Testing;
using ElastAlert.Values;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.RuleTypes.Paging;

/// <summary>
/// Holds that a rule that pages through the values of its key matches as one that gets all of them in one answer: any documents, any size of
/// a page. Where one page holds them all, the order of the matches is the same too.
/// </summary>
public sealed class TermsPagingPropertyTests
{
    private static readonly DateTimeOffset Begin = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Rules() => new()
    {
        """{ "type": "frequency", "num_events": 4, "timeframe": { "minutes": 10 }, "use_terms_query": true, "query_key": "k.keyword" }""",
        """{ "type": "frequency", "num_events": 4, "timeframe": { "minutes": 10 }, "use_terms_query": true, "query_key": "flag" }""",
        """{ "type": "frequency", "num_events": 3, "timeframe": { "minutes": 10 }, "use_terms_query": true, "query_key": "n", "min_doc_count": 2 }""",
        """{ "type": "spike", "spike_height": 1.5, "spike_type": "both", "timeframe": { "minutes": 5 }, "threshold_ref": 1, "use_terms_query": true, "query_key": "k.keyword" }""",
        """{ "type": "flatline", "threshold": 2, "timeframe": { "minutes": 5 }, "use_terms_query": true, "query_key": "day" }""",
        """{ "type": "new_term", "use_terms_query": true, "fields": "k.keyword", "query_key": "k.keyword", "terms_window_size": { "minutes": 5 } }""",
        """{ "type": "metric_aggregation", "metric_agg_key": "v", "metric_agg_type": "avg", "max_threshold": 4, "query_key": "n" }""",
        """{ "type": "metric_aggregation", "metric_agg_key": "v", "metric_agg_type": "sum", "max_threshold": 6, "query_key": ["k.keyword", "flag"] }""",
        """{ "type": "metric_aggregation", "metric_agg_key": "v", "metric_agg_type": "max", "max_threshold": 6, "query_key": "k.keyword", "bucket_interval": { "minutes": 1 } }""",
        """{ "type": "metric_aggregation", "metric_agg_key": "v", "metric_agg_type": "percentiles", "percentile_range": 90, "max_threshold": 5, "query_key": ["flag", "n"], "bucket_interval": { "minutes": 1 } }""",
        """{ "type": "percentage_match", "match_bucket_filter": [{ "term": { "flag": true } }], "max_percentage": 40, "query_key": "k.keyword", "min_doc_count": 2 }""",
        """{ "type": "spike_aggregation", "metric_agg_key": "v", "metric_agg_type": "sum", "spike_height": 1.3, "spike_type": "both", "timeframe": { "minutes": 5 }, "query_key": ["k.keyword", "n"] }""",
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Run_AnyDocuments_MatchesAsWithAllValuesInOneAnswer(string rule)
    {
        var matches = 0;
        var draws = Gen.Choose(0, 1_000_000).ArrayOf(4).ArrayOf();

        Prop.ForAll(Arb.From(draws), Gen.Choose(1, 5).ToArbitrary(), (documents, pageSize) =>
        {
            var whole = Run(rule, documents, pageSize: 1_000, isPaged: false);
            matches += whole.Count;

            Run(rule, documents, pageSize, isPaged: true).Order(StringComparer.Ordinal).Should().Equal(whole.Order(StringComparer.Ordinal));
            if (!rule.Contains('[', StringComparison.Ordinal))
                Run(rule, documents, pageSize: 1_000, isPaged: true).Should().Equal(whole);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithEndSize(80));

        matches.Should().BePositive();
    }

    private static List<string> Run(string options, int[][] documents, int pageSize, bool isPaged)
    {
        var host = RuleTestHost.Create(rule =>
        {
            foreach (var (name, value) in Some.Options(options))
                rule.Set(name, value);
            rule.Index("log").RunEvery(TimeSpan.FromMinutes(1)).BufferTime(TimeSpan.FromMinutes(2)).Realert(TimeSpan.Zero)
                .Set("terms_size", pageSize).Set("terms_paging", isPaged);
        });
        return RunAsync(host, documents).GetAwaiter().GetResult();
    }

    private static async Task<List<string>> RunAsync(RuleTestHost host, int[][] documents)
    {
        await using (host)
        {
            host.Index("log", documents.Select(Document));
            host.Clock.SetTo(Begin.AddMinutes(30));
            var result = await host.RunAsync(Begin);
            return [.. result.Alerts.SelectMany(alert => alert.Matches).Select(match => $"{match.Timestamp:O} {match.Fields} {match.Summary}")];
        }
    }

    private static string Document(int[] draw)
    {
        var at = IsoTime.Format(Begin.AddSeconds(draw[0] % 1800));
        var text = string.Create(CultureInfo.InvariantCulture, $$"""{ "@timestamp": "{{at}}", "k": "k{{draw[1] % 8}}", "n": {{draw[2] % 6}}, "v": {{draw[3] % 9}}.5""");
        if (draw[3] % 5 != 0)
            text += $", \"flag\": {(draw[2] % 2 == 0 ? "true" : "false")}, \"day\": \"2024-05-0{1 + draw[1] % 4}\"";
        return JsonElement.Parse(text + " }").GetRawText();
    }
}
