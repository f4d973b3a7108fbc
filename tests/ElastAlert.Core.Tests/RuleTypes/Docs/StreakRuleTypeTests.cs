using ElastAlert.Configuration;
using ElastAlert.Core.Tests.RuleTypes.Vectors;
using ElastAlert.Testing;
using ElastAlert.TestSupport;

namespace ElastAlert.Core.Tests.RuleTypes.Docs;

/// <summary>Holds that the example of the page on extending works, and that it is the one on the page.</summary>
public sealed class StreakRuleTypeTests
{
    private const string Options =
        """{ "name": "streak", "type": "streak", "index": "logs-*", "alert": "debug", "streak_field": "ms", "streak_limit": 100, "streak_length": 3, "query_key": "host" }""";

    [Fact]
    public void Evaluate_ThreeInARowOfOneHost_MatchesOnce()
    {
        var type = Create();

        var matches = type.Evaluate(Hits(("a", 200), ("b", 300), ("a", 150), ("b", 1), ("a", 101), ("a", 999)));

        matches.Should().ContainSingle().Which.Summary.Should().Be("ms was too high 3 times in a row\n\n");
    }

    [Fact]
    public void Restore_InMidStreak_GoesOn()
    {
        var before = Create();
        before.Evaluate(Hits(("a", 200), ("a", 200)));
        var saved = ((IRuleTypeState)before).Save();
        var after = Create();

        ((IRuleTypeState)after).Restore(saved);

        after.Evaluate(Hits(("a", 200))).Should().ContainSingle();
        ((IRuleTypeState)before).Save().Should().BeEmpty("nothing changed since");
    }

    [Fact]
    public void Load_LimitThatIsNoNumber_IsRefused()
    {
        var result = Read(Options.Replace("100", "\"much\"", StringComparison.Ordinal));

        result.Problems.Should().ContainSingle(problem => problem.Key == "streak_limit" && problem.Severity == RuleProblemSeverity.Error);
    }

    [Fact]
    public void Page_OnExtending_ShowsTheCompiledFile()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/extending.md"));
        var file = File.ReadAllText(Path.Combine(Repository.Root, "tests/ElastAlert.Core.Tests/RuleTypes/Docs/StreakRuleType.cs"));

        page.Should().Contain("```csharp\n" + file + "```\n");
    }

    private static IRuleType Create() => StreakRuleType.Registration.Create(new RuleTypeContext(Read(Options).Rule!, NoServices.Instance));

    private static RuleReadResult Read(string options) =>
        new RuleReader(new GlobalOptions(), new ExtensionCatalog([StreakRuleType.Registration], [], []), static _ => null)
            .Read(Some.Options(options), new SourceLocation("streak.yaml", 1, 1));

    private static RuleInput.Hits Hits(params (string Host, int Milliseconds)[] items) =>
        new([.. items.Select((item, place) => Some.Hit($$"""{ "host": "{{item.Host}}", "ms": {{item.Milliseconds}} }""", Some.Moment.AddSeconds(place)))]);
}
