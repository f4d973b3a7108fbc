using System.Runtime.CompilerServices;
using System.Text.Json;
using ElastAlert.Core.Tests.RuleTypes.Vectors;
using ElastAlert.Hosting;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.RuleTypes;

/// <summary>
/// Holds what 100,000 keys cost: memory while they are remembered and once they are gone, and bytes of a save after one of them changed; and that
/// each of them is judged by itself.
/// </summary>
[Collection(nameof(ManyKeysTests))]
[CollectionDefinition(nameof(ManyKeysTests), DisableParallelization = true)]
public sealed class ManyKeysTests(ITestOutputHelper output)
{
    private const int Keys = 100_000;

    [Theory]
    [InlineData("change", """{ "compare_key": "v", "query_key": "k", "ignore_null": true }""", 80)]
    [InlineData("frequency", """{ "num_events": 3, "timeframe": { "hours": 1 }, "query_key": "k" }""", 130)]
    [InlineData("spike", """{ "spike_height": 3, "spike_type": "up", "timeframe": { "hours": 1 }, "query_key": "k" }""", 200)]
    [InlineData("flatline", """{ "threshold": 1, "timeframe": { "hours": 1 }, "query_key": "k" }""", 130)]
    [InlineData("cardinality", """{ "cardinality_field": "v", "timeframe": { "hours": 1 }, "max_cardinality": 5, "query_key": "k" }""", 130)]
    [InlineData("new_term", """{ "fields": ["k"] }""", 60)]
    [InlineData("spike_aggregation", """{ "metric_agg_key": "c", "metric_agg_type": "avg", "spike_height": 3, "spike_type": "up", "timeframe": { "hours": 1 }, "query_key": "k" }""", 130)]
    [InlineData("frequency", """{ "num_events": 3, "timeframe": { "hours": 1 }, "query_key": "k", "use_terms_query": true }""", 100)]
    [InlineData("spike", """{ "spike_height": 3, "spike_type": "up", "timeframe": { "hours": 1 }, "query_key": "k", "use_terms_query": true }""", 130)]
    public void Evaluate_ManyKeys_StaysWithinItsMemoryAndSavesWhatChanged(string name, string options, int megabytes)
    {
        var (evaluator, kind) = Create(name, options);
        Come(Create(name, options).Evaluator, kind); // Fills the shared pools.
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Come(evaluator, kind);
        var used = MegabytesSince(before);
        var state = (IRuleTypeState)evaluator;
        var all = Size(state.Save());
        evaluator.Evaluate(Page(kind, 5, 1));
        evaluator.Evaluate(new RuleInput.WindowEnd(Some.Moment.AddMinutes(2)));
        var one = Size(state.Save());

        output.WriteLine($"{name}: {used:F0} MB in memory, {all:N0} bytes saved, {one:N0} bytes after one more document");
        used.Should().BeLessThan(megabytes);
        one.Should().BeLessThan(2_000);
        GC.KeepAlive(evaluator);
    }

    [Theory]
    [InlineData("frequency", """{ "num_events": 3, "timeframe": { "hours": 1 }, "query_key": "k" }""", 25)]
    [InlineData("frequency", """{ "num_events": 1, "timeframe": { "hours": 1 }, "query_key": "k" }""", 25)]
    [InlineData("spike", """{ "spike_height": 3, "spike_type": "up", "timeframe": { "hours": 1 }, "threshold_cur": 9, "query_key": "k" }""", 60)]
    [InlineData("flatline", """{ "threshold": 1, "timeframe": { "hours": 1 }, "query_key": "k", "forget_keys": true }""", 25)]
    [InlineData("cardinality", """{ "cardinality_field": "v", "timeframe": { "hours": 1 }, "max_cardinality": 5, "query_key": "k" }""", 25)]
    [InlineData("spike_aggregation", """{ "metric_agg_key": "c", "metric_agg_type": "sum", "spike_height": 3, "spike_type": "up", "timeframe": { "hours": 1 }, "threshold_cur": 9, "query_key": "k" }""", 60)]
    public void Evaluate_ManyKeysThatGo_GiveTheirMemoryBack(string name, string options, int megabytes)
    {
        var (evaluator, kind) = Create(name, options);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        ComeAndGo(evaluator, kind);
        var used = MegabytesSince(before);

        output.WriteLine($"{name}: {used:F0} MB in memory after the keys have gone");
        used.Should().BeLessThan(megabytes);
        GC.KeepAlive(evaluator);
    }

    // At noon each key has a document with the value 0; ten minutes later one key of a thousand has two more, with 1 and 2.
    [Theory]
    [InlineData("frequency", """{ "num_events": 3, "timeframe": { "hours": 1 }, "query_key": "k" }""", 0, 100, 0)]
    [InlineData("change", """{ "compare_key": "v", "query_key": "k", "ignore_null": false }""", 0, 200, 0)]
    [InlineData("cardinality", """{ "cardinality_field": "v", "timeframe": { "hours": 1 }, "max_cardinality": 2, "query_key": "k" }""", 0, 100, 0)]
    [InlineData("new_term", """{ "fields": ["k"] }""", 100_000, 0, 0)]
    [InlineData("new_term", """{ "fields": [["k", "v"]] }""", 100_000, 200, 0)]
    [InlineData("spike", """{ "spike_height": 2, "spike_type": "up", "timeframe": { "minutes": 5 }, "threshold_ref": 1, "query_key": "k" }""", 0, 100, 0)]
    [InlineData("flatline", """{ "threshold": 2, "timeframe": { "minutes": 15 }, "query_key": "k" }""", 0, 0, 99_900)]
    public void Evaluate_ManyKeys_JudgesEachByItself(string name, string options, int atFirst, int later, int atTheEnd)
    {
        var (evaluator, _) = Create(name, options);

        var first = Enumerable.Range(0, 10).Sum(page => evaluator.Evaluate(Hits(Enumerable.Range(page * Keys / 10, Keys / 10).Select(key => (key, 0)))).Count);
        first += evaluator.Evaluate(new RuleInput.WindowEnd(Some.Moment)).Count;
        var chosen = Enumerable.Range(0, Keys / 1_000).Select(key => key * 1_000).ToList();
        var second = evaluator.Evaluate(Hits(chosen.SelectMany(key => (IEnumerable<(int, int)>)[(key, 1), (key, 2)]), minute: 10)).Count;
        var end = evaluator.Evaluate(new RuleInput.WindowEnd(Some.Moment.AddMinutes(16))).Count;

        (first, second, end).Should().Be((atFirst, later, atTheEnd));
    }

    // Methods of their own, so that nothing of them is alive afterwards.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Come(IRuleType evaluator, QueryKind kind)
    {
        for (var page = 0; page < 10; page++)
            evaluator.Evaluate(Page(kind, page * Keys / 10, Keys / 10));
        evaluator.Evaluate(new RuleInput.WindowEnd(Some.Moment.AddMinutes(1)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ComeAndGo(IRuleType evaluator, QueryKind kind)
    {
        for (var page = 0; page < 10; page++)
        {
            evaluator.Evaluate(Page(kind, page * Keys / 10, Keys / 10));
            ((IRuleTypeState)evaluator).Save();
        }

        foreach (var hours in (double[])[0.01, 1.1, 2.2, 3.3, 4.4])
            evaluator.Evaluate(new RuleInput.WindowEnd(Some.Moment.AddHours(hours)));
        ((IRuleTypeState)evaluator).Save();
    }

    private static (IRuleType Evaluator, QueryKind Kind) Create(string name, string options)
    {
        var type = BuiltInRuleTypes.All.Single(type => type.Name == name);
        var rule = VectorRule.Load(type, JsonElement.Parse(options)).Rule;
        return (type.Create(new RuleTypeContext(rule, NoServices.Instance)), rule.Query.Kind);
    }

    private static double MegabytesSince(long before) => (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576d;

    private static int Size(IReadOnlyList<StatePart> parts) => parts.Sum(static part => part.Content.Length);

    private static RuleInput Page(QueryKind kind, int first, int count)
    {
        var keys = Enumerable.Range(first, count);
        return kind switch
        {
            QueryKind.Terms => new RuleInput.Terms(Some.Moment, [.. keys.Select(static key => new TermsBucket(new FieldValue(JsonValue.Of($"key-{key}")), 1))]),
            QueryKind.Aggregation => new RuleInput.Aggregation(Some.Moment, JsonElement.Parse(
                $$"""{ "bucket_aggs": { "buckets": [{{string.Join(',', keys.Select(static key => $$"""{ "key": "key-{{key}}", "metric_c_avg": { "value": 4.5 }, "metric_c_sum": { "value": 4 } }"""))}}] } }""")),
            _ => Hits(keys.Select(static key => (key, key % 7))),
        };
    }

    private static RuleInput.Hits Hits(IEnumerable<(int Key, int Value)> documents, int minute = 0)
    {
        var at = Some.Moment.AddMinutes(minute);
        using var page = JsonDocument.Parse($"[{string.Join(',', documents.Select(document => Source(document, at)))}]");
        return new RuleInput.Hits([.. page.RootElement.Clone().EnumerateArray().Select(source => new Hit("", "", at, Document.Of(source)))]);
    }

    private static string Source((int Key, int Value) document, DateTimeOffset at) =>
        $$"""{ "@timestamp": "{{IsoTime.Format(at)}}", "k": "key-{{document.Key}}", "v": "value-{{document.Value}}", "message": "GET /cart took {{document.Key % 900}} ms" }""";
}
