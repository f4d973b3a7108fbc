using System.Text.Json;
using ElastAlert.Core.Tests.RuleTypes.Vectors;
using ElastAlert.Hosting;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.RuleTypes;

/// <summary>Holds what the vectors of engine.md, section 10, say about rule types, by their numbers.</summary>
public sealed class EngineVectorTests
{
    [Fact]
    public void T07_TermsOfAFrequencyRule_MatchWithTimeAndKey()
    {
        var (_, evaluator) = Create("frequency", """{ "num_events": 2, "timeframe": { "minutes": 10 }, "query_key": "u", "use_terms_query": true }""");

        var matches = evaluator.Evaluate(new RuleInput.Terms(Some.Moment, [new TermsBucket(new FieldValue(JsonValue.Of("bob")), 3)]));

        matches.Should().ContainSingle().Which.Fields.ToString().Should().Be("""{"u":"bob","@timestamp":"2024-05-01T12:00:00Z"}""");
    }

    [Fact]
    public void T08_MetricOfACompoundKey_SuppliesItsElement()
    {
        var (needs, _) = Create(
            "metric_aggregation",
            """{ "metric_agg_key": "cpu", "metric_agg_type": "avg", "max_threshold": 1, "query_key": ["h", "i"], "bucket_interval": { "minutes": 5 } }""");

        needs.Aggregation!.Value.GetRawText().Should().Be("""{"metric_cpu_avg":{"avg":{"field":"cpu"}}}""");
        needs.QueryKinds.Should().Equal(QueryKind.Aggregation);
    }

    [Fact]
    public void T73_FlatlineWithoutEvents_MatchesAfterItsTimeframe()
    {
        var (needs, evaluator) = Create("flatline", """{ "threshold": 1, "timeframe": { "minutes": 5 } }""");

        var first = evaluator.Evaluate(new RuleInput.WindowEnd(Some.Moment));
        var second = evaluator.Evaluate(new RuleInput.WindowEnd(Some.Moment.AddMinutes(5)));

        first.Should().BeEmpty();
        second.Should().ContainSingle().Which.Fields.ToString()
            .Should().Be("""{"@timestamp":"2024-05-01T12:05:00Z","key":"all","count":0,"threshold":1}""");
        needs.SilenceKeyMember.Should().Be("key");
    }

    [Fact]
    public void T77_BlacklistAddsItsFilter_AndAnotherRuleHasNone()
    {
        var (blacklist, _) = Create("blacklist", """{ "compare_key": "u", "blacklist": ["x"] }""");
        var (any, _) = Create("any", "{}");

        blacklist.Filter.Select(filter => filter.GetRawText()).Should().Equal("""{"query_string":{"query":"u:\u0022x\u0022"}}""");
        any.Filter.Should().BeEmpty("rules do not share filters (Q02)");
    }

    [Theory]
    [InlineData("""{ "compare_key": "u", "blacklist": ["a\"b", "c\\d", "/x.*/"] }""", """u:"a\"b" OR u:"c\\d" OR u:/x.*/""")]
    [InlineData("""{ "compare_key": "u", "whitelist": ["a", "b"], "ignore_null": true }""", """NOT u:"a" AND NOT u:"b" """)]
    public void Filter_OfAList_IsEscaped(string options, string expected)
    {
        var (needs, _) = Create(options.Contains("blacklist", StringComparison.Ordinal) ? "blacklist" : "whitelist", options);

        needs.Filter.Single().GetProperty("query_string").GetProperty("query").GetString().Should().Be(expected.Trim());
    }

    [Theory]
    [InlineData("""{ "compare_key": "u", "blacklist": [] }""")]
    [InlineData("""{ "compare_key": "u", "blacklist": ["a"], "filter_by_list": false }""")]
    public void Filter_EmptyOrUnwanted_IsNone(string options) => Create("blacklist", options).Needs.Filter.Should().BeEmpty();

    private static (RuleTypeNeeds Needs, IRuleType Evaluator) Create(string name, string options)
    {
        var type = BuiltInRuleTypes.All.Single(type => type.Name == name);
        var rule = VectorRule.Load(type, JsonElement.Parse(options)).Rule;
        return (type.Describe(rule), type.Create(new RuleTypeContext(rule, NoServices.Instance)));
    }
}
