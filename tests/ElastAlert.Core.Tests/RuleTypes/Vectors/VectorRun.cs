using System.Globalization;
using System.Text.Json;
using ElastAlert.Hosting;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.RuleTypes.Vectors;

/// <summary>Is what came of the calls of a vector.</summary>
internal sealed class VectorRun
{
    private readonly List<RuleMatch> _matches = [];
    private readonly List<int> _matchesAfterStep = [];
    private readonly List<SeedQuery> _seedQueries = [];

    private VectorRun(VectorRule rule, RuleTypeNeeds needs)
    {
        Rule = rule.Loaded!;
        Problems = rule.Problems;
        Needs = needs;
    }

    public Rule Rule { get; }

    public IReadOnlyList<RuleProblem> Problems { get; }

    public RuleTypeNeeds Needs { get; }

    public IReadOnlyList<int> MatchesAfterStep => _matchesAfterStep;

    public JsonElement Matches => JsonValue.Write(_matches, static (writer, matches) =>
    {
        writer.WriteStartArray();
        foreach (var match in matches)
            match.Fields.WriteTo(writer);
        writer.WriteEndArray();
    });

    public JsonElement SeedQueries => JsonValue.Write(_seedQueries, static (writer, queries) =>
    {
        writer.WriteStartArray();
        foreach (var query in queries)
        {
            writer.WriteStartObject();
            writer.WriteString("index", string.Join(',', query.Index.Split(',').Order(StringComparer.Ordinal)));
            writer.WritePropertyName("body");
            query.Body.WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static VectorRun Of(JsonElement vector)
    {
        var type = BuiltInRuleTypes.All.Single(type => type.Name == vector.GetProperty("ruleType").GetString());
        var rule = VectorRule.Load(type, WithFiles(vector));
        var run = new VectorRun(rule, rule.Problems.Count == 0 ? type.Describe(rule.Rule) : new RuleTypeNeeds());
        if (rule.Problems.Count == 0)
            run.Feed(type.Create(new RuleTypeContext(rule.Rule, NoServices.Instance)), vector);
        return run;
    }

    private static JsonElement WithFiles(JsonElement vector)
    {
        if (!vector.TryGetProperty("files", out var files))
            return vector.GetProperty("options");
        var folder = Directory.CreateTempSubdirectory("rule-type-vector").FullName;
        foreach (var file in files.EnumerateObject())
            File.WriteAllText(Path.Combine(folder, file.Name), file.Value.GetString());
        return JsonElement.Parse(vector.GetProperty("options").GetRawText().Replace("${DIR}", folder, StringComparison.Ordinal));
    }

    private void Feed(IRuleType type, JsonElement vector)
    {
        if (Needs.Seed is { } plan)
            Seed(type, plan, vector.GetProperty("startup"));
        foreach (var step in vector.GetProperty("steps").EnumerateArray())
        {
            _matches.AddRange(type.Evaluate(VectorInput.Of(Rule, step)));
            _matchesAfterStep.Add(_matches.Count);
        }
    }

    private void Seed(IRuleType type, SeedPlan plan, JsonElement startup)
    {
        var now = Moment(startup.GetProperty("now"));
        DateTimeOffset? start = startup.TryGetProperty("start", out var text) ? text.GetString() == "NOW" ? now : Moment(text) : null;
        var responses = startup.GetProperty("responses");
        RuleInput.Seed? previous = null;
        while (plan(now, start, previous) is { } query)
        {
            var place = Math.Min(_seedQueries.Count, responses.GetArrayLength() - 1);
            _seedQueries.Add(query);
            previous = new RuleInput.Seed(query, responses[place]);
            type.Evaluate(previous);
        }
    }

    private static DateTimeOffset Moment(JsonElement text) => DateTimeOffset.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
