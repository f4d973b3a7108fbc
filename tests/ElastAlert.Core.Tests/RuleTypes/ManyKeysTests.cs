using System.Text.Json;
using ElastAlert.Core.Tests.RuleTypes.Vectors;
using ElastAlert.Hosting;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.RuleTypes;

/// <summary>Holds what 100,000 keys cost: memory while they are remembered, and bytes of a save after one of them changed.</summary>
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
    public void Evaluate_ManyKeys_StaysWithinItsMemoryAndSavesWhatChanged(string name, string options, int megabytes)
    {
        var type = BuiltInRuleTypes.All.Single(type => type.Name == name);
        var rule = VectorRule.Load(type, JsonElement.Parse(options)).Rule;
        var evaluator = type.Create(new RuleTypeContext(rule, NoServices.Instance));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var page = 0; page < 10; page++)
            evaluator.Evaluate(Page(page * Keys / 10, Keys / 10));
        evaluator.Evaluate(new RuleInput.WindowEnd(Some.Moment.AddMinutes(1)));
        var used = (GC.GetTotalMemory(forceFullCollection: true) - before) >> 20;
        var state = (IRuleTypeState)evaluator;
        var all = Size(state.Save());
        evaluator.Evaluate(Page(5, 1));
        evaluator.Evaluate(new RuleInput.WindowEnd(Some.Moment.AddMinutes(2)));
        var one = Size(state.Save());

        output.WriteLine($"{name}: {used} MB in memory, {all:N0} bytes saved, {one:N0} bytes after one more document");
        used.Should().BeLessThan(megabytes);
        one.Should().BeLessThan(2_000);
        GC.KeepAlive(evaluator);
    }

    private static int Size(IReadOnlyList<StatePart> parts) => parts.Sum(static part => part.Content.Length);

    private static RuleInput.Hits Page(int first, int count)
    {
        using var page = JsonDocument.Parse($"[{string.Join(',', Enumerable.Range(first, count).Select(Source))}]");
        return new RuleInput.Hits([.. page.RootElement.Clone().EnumerateArray().Select(source => new Hit("", "", Some.Moment, ElastAlert.Values.Document.Of(source)))]);
    }

    private static string Source(int place) =>
        $$"""{ "@timestamp": "2024-05-01T12:00:00Z", "k": "key-{{place}}", "v": "value-{{place % 7}}", "message": "GET /cart took {{place % 900}} ms" }""";
}
