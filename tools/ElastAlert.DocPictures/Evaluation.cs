using System.Text.Json;
using ElastAlert.Configuration;
using ElastAlert.Hosting;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.DocPictures;

/// <summary>Evaluates what a picture shows with the real rule type.</summary>
internal static class Evaluation
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Returns the minutes of the matches: when they were found.</summary>
    public static IReadOnlyList<double> Matches(Scenario scenario)
    {
        var catalog = new ExtensionCatalog(BuiltInRuleTypes.All, [], []);
        catalog.TryGetRuleType(scenario.Type, out var type);
        var options = Some.Options(scenario.Options)
            .Overlay(Some.Options($$"""{ "name": "picture", "type": "{{scenario.Type}}", "index": "shop-*", "alert": "debug" }"""));
        var rule = new RuleReader(new GlobalOptions(), catalog, static _ => null).Read(options, new SourceLocation("picture.yaml", 1, 1)).Rule!;
        var evaluator = type!.Create(new RuleTypeContext(rule, NoServices.Instance));
        if (type.Describe(rule).Seed is { } plan)
            evaluator.Evaluate(new RuleInput.Seed(plan(Begin, null, null)!, KnownTerms));
        var matches = new List<double>();
        foreach (var (minute, input) in Inputs(scenario))
            matches.AddRange(evaluator.Evaluate(input).Select(_ => minute));
        return matches;
    }

    private static JsonElement KnownTerms { get; } =
        JsonElement.Parse("""{ "aggregations": { "filtered": { "values": { "buckets": [{ "key": "DE" }, { "key": "FR" }] } } } }""");

    private static IEnumerable<(double Minute, RuleInput Input)> Inputs(Scenario scenario)
    {
        var inputs = scenario.Happenings.Select(happening => (happening.Minute, Input(happening)));
        var ends = scenario.EndsEvery == 0 ? [] : Enumerable.Range(1, 20 / scenario.EndsEvery)
            .Select(place => ((double)place * scenario.EndsEvery, (RuleInput)new RuleInput.WindowEnd(At(place * scenario.EndsEvery))));
        return inputs.Concat(ends).OrderBy(static item => item.Item1);
    }

    private static RuleInput Input(Happening happening)
    {
        var at = At(happening.Minute);
        return happening.Value is null
            ? new RuleInput.Hits([Some.Hit("{" + happening.Json + "}", at)])
            : new RuleInput.Aggregation(at, JsonElement.Parse(happening.Json));
    }

    private static DateTimeOffset At(double minute) => IsoTime.Truncate(Begin.AddMinutes(minute));

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
