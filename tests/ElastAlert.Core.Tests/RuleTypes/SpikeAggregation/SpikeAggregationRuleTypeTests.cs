namespace ElastAlert.Core.Tests.RuleTypes.SpikeAggregation;

public sealed class SpikeAggregationRuleTypeTests
{
    private const string Mean = """{ "metric_agg_key": "c", "metric_agg_type": "avg", "spike_height": 2, "spike_type": "up", "timeframe": { "seconds": 10 }, "query_key": "k" }""";

    [Fact]
    public void Evaluate_ObservationsThatGoBack_TakeTheirPlaceInTime()
    {
        var rule = new RuleTypeSubject("spike_aggregation", Mean);
        rule.Aggregation(0, Answer(("a", "1"))).Should().BeEmpty();
        rule.Aggregation(22, Answer(("a", "1.5"))).Should().BeEmpty();

        // 11 lies a timeframe before the newest: it goes to the reference window, whose mean is its own, since 0 leaves it.
        rule.Aggregation(11, Answer(("a", "4"))).Should().BeEmpty();

        rule.Aggregation(23, Answer(("a", "9"))).Should().BeEmpty("the mean of 1.5 and 9 is less than twice 4");
        rule.Aggregation(24, Answer(("a", "15"))).Should().Equal("22 a");
    }

    [Fact]
    public void Evaluate_WindowsOfOneObservation_AreCompared()
    {
        var rule = new RuleTypeSubject("spike_aggregation", Mean);
        rule.Aggregation(0, Answer(("a", "2"), ("b", "2")));

        rule.Aggregation(20, Answer(("a", "4"), ("b", "3.999999"))).Should().Equal("20 a");
    }

    [Fact]
    public void Evaluate_KeysThatComeAndGo_AreComparedWithTheirOwnPast()
    {
        var rule = new RuleTypeSubject("spike_aggregation", Mean);
        rule.Aggregation(0, Answer(("a", "2"), ("b", "2")));
        rule.Aggregation(10, Answer(("a", "2"))).Should().BeEmpty();

        rule.Aggregation(20, Answer(("a", "2"), ("b", "5"), ("new", "9"))).Should().Equal("20 b");
    }

    [Theory]
    [InlineData("a", "b", "c")]
    [InlineData("\\u00e4", "\u00e4b", "c\\\\d")]
    public void Evaluate_KeysInAnotherOrder_AreComparedWithTheirOwnPast(string first, string second, string third)
    {
        var rule = new RuleTypeSubject("spike_aggregation", Mean);
        rule.Aggregation(0, Answer((first, "1"), (second, "10"), (third, "100")));
        rule.Aggregation(10, Answer((third, "100"), (first, "1"), (second, "10"))).Should().BeEmpty();

        rule.Aggregation(20, Answer((second, "10"), (third, "100"), (first, "1"))).Should().BeEmpty("each mean is what it was");
    }

    [Fact]
    public void Evaluate_KeyWithEscapeAndKeyOfItsLetters_AreTwoKeys()
    {
        var rule = new RuleTypeSubject("spike_aggregation", Mean);
        rule.Aggregation(0, Answer(("x\\\\u0061", "1"), ("x\\u0061", "10")));

        rule.Aggregation(20, Answer(("x\\\\u0061", "2"), ("xa", "10"))).Should().Equal("20 x\\u0061");
    }

    [Theory]
    [InlineData("0.0", false, "0", "0")]
    [InlineData("0.5", false, "0.0", "0.0")]
    [InlineData("0.5", true, "0.0", "0.0")]
    public void Evaluate_SumsOfNothing_ReadAsWhatTheyWereBefore(string first, bool restarts, string current, string reference)
    {
        var rule = new RuleTypeSubject(
            "spike_aggregation",
            """{ "metric_agg_key": "c", "metric_agg_type": "sum", "spike_height": 2, "spike_type": "both", "timeframe": { "seconds": 10 } }""");
        rule.Aggregation(0, Sum(first)).Should().BeEmpty();
        rule.Aggregation(12, Sum("0.0")).Should().BeEmpty();
        if (restarts)
            rule.Restart();

        var fields = rule.AggregationMatches(24, Sum("0.0")).Should().ContainSingle().Which.Fields;

        fields.Find("spike_count").ToText().Should().Be(current);
        fields.Find("reference_count").ToText().Should().Be(reference);
    }

    private static string Sum(string value) => $$"""{ "metric_c_sum": { "value": {{value}} } }""";

    private static string Answer(params (string Key, string Value)[] buckets) => $$"""
        { "bucket_aggs": { "buckets": [{{string.Join(',', buckets.Select(static bucket => $$"""{ "key": "{{bucket.Key}}", "metric_c_avg": { "value": {{bucket.Value}} } }"""))}}] } }
        """;
}
