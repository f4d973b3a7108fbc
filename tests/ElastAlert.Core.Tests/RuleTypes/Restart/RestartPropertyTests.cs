using System.Globalization;
using System.Text.Json;
using ElastAlert.Core.Tests.RuleTypes.Vectors;
using ElastAlert.Hosting;
using ElastAlert.Values;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.RuleTypes.Restart;

/// <summary>Holds that a restart at any place changes no match: any inputs, any cuts, any runs between two saves.</summary>
public sealed class RestartPropertyTests
{
    private static readonly DateTimeOffset Begin = DateTimeOffset.Parse("2024-03-01T00:00:00Z", CultureInfo.InvariantCulture);

    public static TheoryData<string, string> Rules() => new()
    {
        { "any", "{}" },
        { "blacklist", """{ "compare_key": "v", "blacklist": ["1"] }""" },
        { "whitelist", """{ "compare_key": "v", "whitelist": ["1"], "ignore_null": false }""" },
        { "change", """{ "compare_key": ["v", "n"], "query_key": "k", "ignore_null": true }""" },
        { "change", """{ "compare_key": "v", "query_key": "k", "ignore_null": false, "timeframe": { "seconds": 5 } }""" },
        { "frequency", """{ "num_events": 3, "timeframe": { "seconds": 10 } }""" },
        { "frequency", """{ "num_events": 40, "timeframe": { "minutes": 10 }, "attach_related": true }""" },
        { "frequency", """{ "num_events": 3, "timeframe": { "seconds": 10 }, "query_key": "k", "attach_related": true }""" },
        { "spike", """{ "spike_height": 1.5, "spike_type": "both", "timeframe": { "seconds": 6 }, "threshold_ref": 1 }""" },
        { "spike", """{ "spike_height": 2, "spike_type": "up", "timeframe": { "seconds": 5 }, "query_key": "k", "alert_on_new_data": true }""" },
        { "spike", """{ "spike_height": 1.2, "spike_type": "both", "timeframe": { "seconds": 7 }, "query_key": "k", "field_value": "n" }""" },
        { "flatline", """{ "threshold": 2, "timeframe": { "seconds": 6 } }""" },
        { "flatline", """{ "threshold": 2, "timeframe": { "seconds": 6 }, "query_key": "k" }""" },
        { "flatline", """{ "threshold": 2, "timeframe": { "seconds": 6 }, "query_key": "k", "forget_keys": true }""" },
        { "new_term", """{ "fields": ["v", ["k", "n"]], "alert_on_missing_field": true }""" },
        { "cardinality", """{ "cardinality_field": "v", "timeframe": { "seconds": 8 }, "max_cardinality": 2, "query_key": "k" }""" },
        { "cardinality", """{ "cardinality_field": "v", "timeframe": { "seconds": 4 }, "min_cardinality": 2, "query_key": "k" }""" },
        { "metric_aggregation", """{ "metric_agg_key": "c", "metric_agg_type": "avg", "max_threshold": 2, "query_key": "k" }""" },
        { "percentage_match", """{ "match_bucket_filter": [], "max_percentage": 50, "query_key": "k" }""" },
        { "spike_aggregation", """{ "metric_agg_key": "c", "metric_agg_type": "avg", "spike_height": 1.3, "spike_type": "both", "timeframe": { "seconds": 6 }, "query_key": "k" }""" },
        { "spike_aggregation", """{ "metric_agg_key": "c", "metric_agg_type": "min", "spike_height": 1.3, "spike_type": "both", "timeframe": { "seconds": 6 } }""" },
        { "spike_aggregation", """{ "metric_agg_key": "c", "metric_agg_type": "sum", "spike_height": 1.3, "spike_type": "both", "timeframe": { "seconds": 6 } }""" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Evaluate_RestartedAnywhere_MatchesAsWithoutRestart(string name, string options)
    {
        var type = BuiltInRuleTypes.All.Single(type => type.Name == name);
        var rule = VectorRule.Load(type, JsonElement.Parse(options));
        rule.Problems.Should().BeEmpty();
        var inputs = Inputs(rule.Rule, type.Describe(rule.Rule).QueryKinds);

        Prop.ForAll(Arb.From(inputs), steps =>
        {
            var straight = Run(type, rule.Rule, steps, restarts: false);
            var restarted = Run(type, rule.Rule, steps, restarts: true);

            restarted.Should().Equal(straight);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(150));
    }

    private static List<string> Run(RuleTypeRegistration type, Rule rule, Step[] steps, bool restarts)
    {
        var store = new Dictionary<string, ReadOnlyMemory<byte>>();
        var current = type.Create(new RuleTypeContext(rule, NoServices.Instance));
        var matches = new List<string>();
        foreach (var step in steps)
        {
            matches.AddRange(current.Evaluate(step.Input).Select(match => $"{match.Timestamp:O} {match.Fields} {match.Summary}"));
            if (!restarts || !step.Saves || current is not IRuleTypeState state)
                continue;
            foreach (var part in state.Save())
            {
                store.Remove(part.Name);
                if (!part.Content.IsEmpty)
                    store[part.Name] = part.Content;
            }

            if (!step.Restarts)
                continue;
            current = type.Create(new RuleTypeContext(rule, NoServices.Instance));
            ((IRuleTypeState)current).Restore([.. store.Select(part => new StatePart(part.Key, part.Value))]);
        }

        return matches;
    }

    private static Gen<Step[]> Inputs(Rule rule, IReadOnlyList<QueryKind> kinds) =>
        Gen.Elements(kinds.ToArray()).SelectMany(kind => Steps(rule, kind));

    private static Gen<Step[]> Steps(Rule rule, QueryKind kind) =>
        from draws in Draw().ArrayOf()
        select Build(rule, kind, draws);

    private static Gen<int[]> Draw() => Gen.Choose(0, 1_000_000).ArrayOf(24);

    private static Step[] Build(Rule rule, QueryKind kind, int[][] draws)
    {
        var now = Begin;
        var steps = new List<Step>();
        foreach (var draw in draws)
        {
            now += TimeSpan.FromSeconds(draw[0] % 5);
            var input = draw[1] % 3 == 0 ? new RuleInput.WindowEnd(now) : Input(rule, kind, now, draw);
            steps.Add(new Step(input, draw[2] % 2 == 0, draw[3] % 2 == 0));
        }

        return [.. steps];
    }

    private static RuleInput Input(Rule rule, QueryKind kind, DateTimeOffset now, int[] draw) => kind switch
    {
        QueryKind.Count => new RuleInput.Count(now, draw[4] % 4),
        QueryKind.Terms => new RuleInput.Terms(now, [.. Enumerable.Range(0, draw[4] % 3).Select(place =>
            new TermsBucket(new FieldValue(JsonValue.Of($"k{place}")), draw[5 + place] % 4))]),
        QueryKind.Aggregation => new RuleInput.Aggregation(now, JsonElement.Parse(Answer(rule, draw))),
        _ => Hits(rule, now, draw),
    };

    private static RuleInput.Hits Hits(Rule rule, DateTimeOffset now, int[] draw)
    {
        var count = 1 + draw[4] % 8;
        var documents = Enumerable.Range(0, count)
            .Select(place => (At: now - TimeSpan.FromSeconds(draw[5 + place] % 4 == 0 ? draw[5 + place] % 17 : 0), Draw: draw[5 + place] + draw[13 + place]))
            .OrderBy(item => item.At)
            .Select(item => JsonElement.Parse(Json(item.At, item.Draw)));
        return new RuleInput.Hits([.. documents.Select(document => VectorInput.Hit(rule, document))]) { IsPortion = draw[4] % 3 == 0 };
    }

    private static string Json(DateTimeOffset at, int draw)
    {
        var members = new List<string> { $"\"@timestamp\": \"{IsoTime.Format(at)}\"" };
        if (draw % 7 != 0)
            members.Add($"\"k\": {new[] { "\"a\"", "\"b\"", "1", "true", "1.0", "[1, \"x\"]" }[draw / 7 % 6]}");
        if (draw % 5 != 0)
            members.Add($"\"v\": {new[] { "\"1\"", "\"2\"", "3", "false", "[1]", "{\"z\": 1}" }[draw / 5 % 6]}");
        if (draw % 3 != 0)
            members.Add($"\"n\": {draw / 3 % 9}");
        return "{" + string.Join(", ", members) + "}";
    }

    private static string Answer(Rule rule, int[] draw)
    {
        if (rule.Query.QueryKey is null)
            return "{" + Metric(rule, draw[4]) + "}";
        var buckets = Enumerable.Range(0, draw[4] % 4).Select(place => $"{{ \"key\": \"k{place}\", {Metric(rule, draw[5 + place])} }}");
        return $"{{ \"bucket_aggs\": {{ \"buckets\": [{string.Join(", ", buckets)}] }} }}";
    }

    private static string Metric(Rule rule, int draw) => rule.Type == "percentage_match"
        ? $"\"percentage_match_aggs\": {{ \"buckets\": {{ \"match_bucket\": {{ \"doc_count\": {draw % 5} }}, \"_other_\": {{ \"doc_count\": {draw / 5 % 5} }} }} }}"
        : $"\"metric_c_{rule.Options.Text("metric_agg_type")}\": {{ \"value\": {(draw % 6 == 0 ? "null" : string.Create(CultureInfo.InvariantCulture, $"{draw % 50 / 10.0:F1}"))} }}";

    private sealed record Step(RuleInput Input, bool Saves, bool Restarts);
}
