using System.Text.Json;
using ElastAlert.Core.Tests.RuleTypes.Vectors;
using ElastAlert.Hosting;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.RuleTypes.NewTerm;

public sealed class NewTermRuleTypeTests
{
    [Fact]
    public void Evaluate_TiesAndLateDocuments_TheFirstToComeIsNew()
    {
        var rule = new RuleTypeSubject("new_term", """{ "fields": ["v"] }""");

        rule.Feed("5 a - 1", "5 b - 1", "6 c - 2").Should().Equal("a", "c");
        rule.Feed("1 late - 1", "0 older - 3").Should().Equal("older");
    }

    [Theory]
    [InlineData(""" "timestamp_type": "unix" """, "\"1714561200\"", "\"1714564800\"")]
    [InlineData(""" "timestamp_type": "unix_ms" """, "1714561200000", "1714564800000")]
    [InlineData(""" "timestamp_type": "custom", "timestamp_format": "%Y/%m/%d", "timestamp_format_expr": "ts.replace('/', '')" """, "\"20240501\"", "\"20240501\"")]
    public void Scan_OtherNotations_AreThoseOfQueries(string options, string from, string to)
    {
        var type = BuiltInRuleTypes.All.Single(item => item.Name == "new_term");
        var rule = VectorRule.Load(type, JsonElement.Parse($$"""{ "fields": "v", "terms_window_size": { "hours": 1 }, {{options}} }""")).Rule;

        var query = type.Describe(rule).Seed!(Some.Moment, null, null)!;

        query.Body.GetRawText().Should().Contain($"\"gte\":{from},\"lt\":{to}");
    }

    [Fact]
    public void Evaluate_TermThatStaysAway_StaysKnown()
    {
        var rule = new RuleTypeSubject("new_term", """{ "fields": [["k", "v"]] }""");
        rule.Feed("5 a x 1");

        rule.End(100_000_000);

        rule.Feed("200000000 b x 1", "200000000 c y 1").Should().Equal("c");
    }

    [Fact]
    public void Evaluate_TermsOfSeveralPages_AreNewOnce()
    {
        var rule = new RuleTypeSubject("new_term", """{ "fields": "k", "query_key": "k", "use_terms_query": true, "use_keyword_postfix": false }""");

        rule.Terms(1, ("a", 2), ("b", 1)).Should().Equal("1 a", "1 b");
        rule.Terms(1, ("c", 2), ("zero", 0)).Should().Equal("1 c");
        rule.Terms(2, ("b", 5), ("zero", 1)).Should().Equal("2 zero");
    }
}
