using System.Text.Json;
using ElastAlert.Configuration;
using ElastAlert.Hosting;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.RuleTypes.Vectors;

/// <summary>Is the rule of a vector as it would be loaded from a file, or why it is refused.</summary>
internal sealed record VectorRule(Rule? Loaded, IReadOnlyList<RuleProblem> Problems)
{
    private static readonly GlobalOptions Global = new() { BufferTime = TimeSpan.FromMinutes(15), RunEvery = TimeSpan.FromMinutes(5) };

    private static readonly ExtensionCatalog Catalog = new(BuiltInRuleTypes.All, [], []);

    public Rule Rule => Loaded ?? throw new InvalidOperationException(string.Join('\n', Problems));

    public static VectorRule Load(RuleTypeRegistration type, JsonElement options)
    {
        var basics = Some.Options("""{ "name": "vector", "index": "logs-*", "alert": "debug", "use_local_time": false }""");
        var map = basics.Overlay(Some.Options(options.GetRawText())).With("type", OptionValue.Of(type.Name));
        var read = new RuleReader(Global, Catalog, static _ => null).Read(map, new SourceLocation("vector.yaml", 1, 1));
        return new VectorRule(read.Rule, [.. read.Problems.Where(static problem => problem.Severity == RuleProblemSeverity.Error)]);
    }
}
