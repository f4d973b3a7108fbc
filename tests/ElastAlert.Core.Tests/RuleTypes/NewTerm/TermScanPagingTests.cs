using System.Text.Json;
using ElastAlert.Core.Tests.RuleTypes.Vectors;
using ElastAlert.Hosting;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.RuleTypes.NewTerm;

/// <summary>Holds that the past of a field with more values than a page is read to its end.</summary>
public sealed class TermScanPagingTests
{
    private const string Options = """{ "fields": ["k", ["k", "flag"]], "terms_window_size": { "hours": 2 }, "window_step_size": { "hours": 1 }, "terms_paging": true }""";

    [Fact]
    public void Scan_FullPage_IsFollowedByTheNextOfTheSameStep()
    {
        var plan = Plan();
        var first = plan(Some.Moment, null, null)!;
        var second = plan(Some.Moment, null, Answer(first, Page(10_000)))!;
        var third = plan(Some.Moment, null, Answer(second, Page(9_999)))!;
        var fourth = plan(Some.Moment, null, Answer(third, "{}"))!;

        Places(first, second, third, fourth).Should().Equal("10:00 k.keyword", "10:00 k.keyword after t9999", "11:00 k.keyword", "10:00 k.keyword flag.keyword");
        plan(Some.Moment, null, Answer(plan(Some.Moment, null, Answer(fourth, "{}"))!, "{}")).Should().BeNull();
    }

    [Fact]
    public async Task Run_MoreTermsThanAPage_KnowsThemAll()
    {
        await using var host = RuleTestHost.Create(rule =>
        {
            rule.Type("new_term").Index("log").Realert(TimeSpan.Zero).BufferTime(TimeSpan.FromMinutes(10)).Set("terms_paging", true)
                .Set("terms_window_size", TimeSpan.FromHours(2)).Set("fields", OptionValue.Of([OptionValue.Of([OptionValue.Of("k.keyword"), OptionValue.Of("n")])]))
                .Set("use_keyword_postfix", false);
        });
        var now = host.Clock.GetUtcNow();
        host.Index("log", Enumerable.Range(0, 20_500).Select(number => Document(now.AddMinutes(-30), $"t{number}", 1 + number % 2)));
        host.Index("log", Document(now.AddMinutes(-5), "t0", 1), Document(now.AddMinutes(-4), "t20499", 2), Document(now.AddMinutes(-3), "t20499", 1), Document(now.AddMinutes(-2), "t20500", 1));

        var result = await host.RunAsync(now.AddMinutes(-10));

        result.Alerts.SelectMany(alert => alert.Matches).Select(match => $"{match.Fields.Find("k").ToText()} {match.Fields.Find("n").ToText()}")
            .Should().Equal("t20499 1", "t20500 1");
    }

    private static string Document(DateTimeOffset at, string term, int number) => $$"""{ "@timestamp": "{{IsoTime.Format(at)}}", "k": "{{term}}", "n": {{number}} }""";

    private static SeedPlan Plan()
    {
        var type = BuiltInRuleTypes.All.Single(item => item.Name == "new_term");
        return type.Describe(VectorRule.Load(type, JsonElement.Parse(Options)).Rule).Seed!;
    }

    private static RuleInput.Seed Answer(SeedQuery query, string answer) => new(query, JsonElement.Parse(answer));

    private static string Page(int count)
    {
        var buckets = Enumerable.Range(0, count).Select(number => $$"""{ "key": { "0": "t{{number}}" }, "doc_count": 1 }""");
        return $$"""{ "aggregations": { "values": { "after_key": { "0": "t{{count - 1}}" }, "buckets": [{{string.Join(',', buckets)}}] } } }""";
    }

    private static IEnumerable<string> Places(params IEnumerable<SeedQuery> queries) => queries.Select(static query =>
    {
        var from = query.Body.GetProperty("query").GetProperty("bool").GetProperty("must")[0].GetProperty("range").GetProperty("@timestamp").GetProperty("gte").GetString()!;
        var composite = query.Body.GetProperty("aggs").GetProperty("values").GetProperty("composite");
        var fields = composite.GetProperty("sources").EnumerateArray().Select((source, place) => source.GetProperty($"{place}").GetProperty("terms").GetProperty("field").GetString());
        return $"{from[11..16]} {string.Join(' ', fields)}{(composite.TryGetProperty("after", out var after) ? $" after {after.GetProperty("0")}" : "")}";
    });
}
