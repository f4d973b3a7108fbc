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

    private static string Answer(params (string Key, string Value)[] buckets) => $$"""
        { "bucket_aggs": { "buckets": [{{string.Join(',', buckets.Select(static bucket => $$"""{ "key": "{{bucket.Key}}", "metric_c_avg": { "value": {{bucket.Value}} } }"""))}}] } }
        """;
}
