namespace ElastAlert.Core.Tests.RuleTypes.PercentageMatch;

public sealed class PercentageMatchRuleTypeTests
{
    private const string Options = """{ "match_bucket_filter": [], "max_percentage": 50, "query_key": "k" }""";

    [Fact]
    public void Evaluate_WindowsThatOverlapOrGoBack_AreJudgedEachByItself()
    {
        var rule = new RuleTypeSubject("percentage_match", Options);

        rule.Aggregation(20, Answer(("a", 2, 1), ("b", 1, 1))).Should().Equal("20 a");
        rule.Aggregation(20, Answer(("a", 2, 1))).Should().Equal("20 a");
        rule.Aggregation(10, Answer(("b", 1, 0), ("c", 0, 0))).Should().Equal("10 b");
        rule.End(30).Should().BeEmpty();
    }

    [Fact]
    public void Evaluate_VeryManyKeys_JudgesEach()
    {
        var rule = new RuleTypeSubject("percentage_match", Options);
        var answer = Answer([.. Enumerable.Range(0, 100_000).Select(key => ($"k{key}", key % 1_000 == 0 ? 2 : 1, 1))]);

        rule.Aggregation(20, answer).Should().HaveCount(100).And.Contain(["20 k0", "20 k99000"]);
    }

    private static string Answer(params (string Key, int Matching, int Others)[] buckets) => $$"""
        { "bucket_aggs": { "buckets": [{{string.Join(',', buckets.Select(Bucket))}}] } }
        """;

    private static string Bucket((string Key, int Matching, int Others) bucket) => $$"""
        { "key": "{{bucket.Key}}", "percentage_match_aggs": { "buckets": {
          "match_bucket": { "doc_count": {{bucket.Matching}} }, "_other_": { "doc_count": {{bucket.Others}} } } } }
        """;
}
