using System.Text.Json;
using ElastAlert.Core.Tests.RuleTypes.Vectors;
using ElastAlert.Hosting;

namespace ElastAlert.Core.Tests.RuleTypes.MetricAggregation;

public sealed class MetricAggregationRuleTypeTests
{
    private const string Options = """{ "metric_agg_key": "c", "metric_agg_type": "avg", "max_threshold": 4, "query_key": "k" }""";

    [Fact]
    public void Evaluate_WindowsThatOverlapOrGoBack_AreJudgedEachByItself()
    {
        var rule = new RuleTypeSubject("metric_aggregation", Options);

        rule.Aggregation(20, Answer(("a", "5"), ("b", "4"))).Should().Equal("20 a");
        rule.Aggregation(20, Answer(("a", "5"))).Should().Equal("20 a");
        rule.Aggregation(10, Answer(("b", "4.000001"), ("c", "null"))).Should().Equal("10 b");
        rule.End(30).Should().BeEmpty();
    }

    [Fact]
    public void Evaluate_VeryManyKeys_JudgesEach()
    {
        var rule = new RuleTypeSubject("metric_aggregation", Options);
        var answer = Answer([.. Enumerable.Range(0, 100_000).Select(key => ($"k{key}", key % 1_000 == 0 ? "9" : "1"))]);

        rule.Aggregation(20, answer).Should().HaveCount(100).And.Contain(["20 k0", "20 k99000"]);
    }

    [Theory]
    [InlineData(""" "metric_agg_type": "avg", "bucket_interval": { "minutes": 7 } """, "bucket_interval", "must divide buffer_time, which is 00:15:00, but is 00:07:00.")]
    [InlineData(""" "metric_agg_type": "avg", "bucket_interval": { "minutes": 2 }, "use_run_every_query_size": true """, "bucket_interval", "must divide run_every, which is 00:05:00, but is 00:02:00.")]
    [InlineData(""" "metric_agg_type": "avg", "bucket_interval": { "milliseconds": 500 } """, "bucket_interval", "must be a whole number of seconds greater than zero, was {'milliseconds': 500}.")]
    [InlineData(""" "metric_agg_type": "percentiles" """, "percentile_range", "is absent, and percentiles need it.")]
    public void Load_OptionsThatDoNotGoTogether_AreRefusedOnce(string options, string key, string message)
    {
        var type = BuiltInRuleTypes.All.Single(item => item.Name == "metric_aggregation");

        var problem = VectorRule.Load(type, JsonElement.Parse($$"""{ "metric_agg_key": "c", "max_threshold": 1, {{options}} }""")).Problems.Should().ContainSingle().Subject;

        (problem.Key, problem.Message).Should().Be((key, message));
        problem.Cure.Should().NotBeNullOrEmpty();
    }

    private static string Answer(params (string Key, string Value)[] buckets) => $$"""
        { "bucket_aggs": { "buckets": [{{string.Join(',', buckets.Select(static bucket => $$"""{ "key": "{{bucket.Key}}", "metric_c_avg": { "value": {{bucket.Value}} } }"""))}}] } }
        """;
}
