using System.Text.Json;
using ElastAlert.Querying;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Querying;

[Trait("Category", "EngineVectors")]
public sealed class TopCountPlannerTests
{
    private static readonly RuleQuery KeyedByUser = new() { Index = "idx", QueryKey = "u" };

    [Fact]
    public void Plan_T59_CountsAroundTheMatchWithinItsKey()
    {
        var query = Plan(Rule(KeyedByUser), """{"u": "bo,b"}""");

        query.Field.Should().Be("f.keyword");
        query.Window.Should().Be(TestRule.Window("11:40", "12:00"));

        // Q53: a comma in a value does not divide it.
        query.Filters.Should().ContainSingle().Which.GetRawText().Should().Be("""{"term":{"u.keyword":"bo,b"}}""");
    }

    [Fact]
    public void Plan_T59_Timeframe_IsCountedBack()
    {
        var rule = Rule(KeyedByUser);
        rule = rule with { Schedule = rule.Schedule with { Timeframe = TimeSpan.FromHours(1) } };

        Plan(rule, "{}").Window.Should().Be(TestRule.Window("10:50", "12:00"));
        Plan(rule, "{}", new RuleTypeNeeds { TopCountTimeframes = 2 }).Window.Should().Be(TestRule.Window("09:50", "12:00"));
    }

    [Theory]
    [InlineData("5", """{"term":{"u":5}}""")]
    [InlineData("true", """{"term":{"u":true}}""")]
    [InlineData("""["a","b"]""", """{"terms":{"u":["a","b"]}}""")]
    public void Plan_Q52_OtherValuesThanText_AreComparedAsTheyAre(string value, string filter)
    {
        Plan(Rule(KeyedByUser), $$"""{"u": {{value}}}""").Filters.Should().ContainSingle().Which.GetRawText().Should().Be(filter);
    }

    [Fact]
    public void Plan_NoValueOfTheKey_IsNotLimited()
    {
        Plan(Rule(KeyedByUser), """{"u": null}""").Filters.Should().BeEmpty();
    }

    [Fact]
    public void Plan_CompoundKey_LimitsEachPart()
    {
        var rule = Rule(new RuleQuery { Index = "idx", QueryKey = "a,b.c,d", CompoundQueryKey = ["a", "b.c", "d"] });

        Plan(rule, """{"a": "x, y", "b": {"c": 1}, "a,b.c,d": "x, y, 1, None"}""").Filters.Select(filter => filter.GetRawText()).Should().Equal(
            """{"term":{"a.keyword":"x, y"}}""",
            """{"term":{"b.c":1}}""",
            """{"bool":{"must_not":{"exists":{"field":"d"}}}}""");
    }

    [Fact]
    public void Plan_CompoundKeyOfAMatchWithoutDocument_TakesTheJoinedText()
    {
        var rule = Rule(new RuleQuery { Index = "idx", QueryKey = "a,b", CompoundQueryKey = ["a", "b"] });

        Plan(rule, """{"a,b": "x, y"}""").Filters.Select(filter => filter.GetRawText())
            .Should().Equal("""{"term":{"a.keyword":"x"}}""", """{"term":{"b.keyword":"y"}}""");
    }

    [Fact]
    public void Fields_Q20_SuffixIsTheRulesAndAddedOnce()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "u.raw" });
        rule = rule with { Alerting = new RuleAlerting { TopCountKeys = ["f", "g.raw"], StringMultiFieldName = ".raw" } };

        new TopCountPlanner(rule, new()).Fields.Should().Equal("f.raw", "g.raw");
        Plan(rule, """{"u": {"raw": "x"}}""").Filters.Should().ContainSingle().Which.GetRawText().Should().Be("""{"term":{"u.raw":"x"}}""");
    }

    [Fact]
    public void Fields_RawCountKeysOff_GetNoSuffix()
    {
        var rule = TestRule.Create() with { Alerting = new RuleAlerting { TopCountKeys = ["f"], RawCountKeys = false } };

        new TopCountPlanner(rule, new()).Fields.Should().Equal("f");
    }

    [Fact]
    public void TopCounts_T59_AsksForTheNumberThatTheRuleWants()
    {
        var rule = Rule(KeyedByUser);
        rule = rule with { Alerting = rule.Alerting with { TopCountNumber = 3 } };

        var request = new RuleSearch(rule, new()).TopCounts(Plan(rule, """{"u": "bob"}"""));

        request.ShouldHaveBody("""
            {"query": {"bool": {"filter": {"bool": {"must": [
              {"range": {"@timestamp": {"gt": "2024-01-01T11:40:00Z", "lte": "2024-01-01T12:00:00Z"}}}, {"term": {"u.keyword": "bob"}}]}}}},
             "aggs": {"counts": {"terms": {"field": "f.keyword", "size": 3, "min_doc_count": 1}}}}
            """);
    }

    private static Rule Rule(RuleQuery query) =>
        TestRule.Create(query) with { Alerting = new RuleAlerting { TopCountKeys = ["f"] } };

    private static TopCountQuery Plan(Rule rule, string match, RuleTypeNeeds? needs = null)
    {
        var planner = new TopCountPlanner(rule, needs ?? new());
        return planner.Plan(new RuleMatch { Fields = Document.Of(JsonElement.Parse(match)), Timestamp = TestRule.At("11:50") }, planner.Fields[0]);
    }
}
