using ElastAlert.Engine;
using ElastAlert.Engine.Rules;

namespace ElastAlert.Core.Tests.Engine;

[Trait("Category", "EngineVectors")]
public sealed class ReloadTests
{
    [Fact]
    public async Task T35_T36_ChangedText_KeepsTheWindows()
    {
        // Q25 is mended: the reference forgets the two events that it has counted.
        var rule = EngineFixture.Frequency(3, TimeSpan.FromMinutes(30));
        await using var engine = new EngineFixture(rule);
        engine.Data.Add("1", "11:50").Add("2", "11:55");
        await engine.RunAt("12:00");

        await engine.RestartAsync(rule with { Fingerprint = "changed", Description = "another text" });
        engine.Data.Add("3", "12:01");
        await engine.RunAt("12:05");

        engine.Delivered.Should().Equal("3");
    }

    [Fact]
    public async Task T36_ChangedDetection_IsWarmedFromTheDocuments()
    {
        var rule = EngineFixture.Frequency(5, TimeSpan.FromMinutes(30));
        await using var engine = new EngineFixture(rule);
        engine.Data.Add("1", "11:50").Add("2", "11:55");
        await engine.RunAt("12:00");
        engine.TakeQueries();

        await engine.RestartAsync(EngineFixture.Frequency(3, TimeSpan.FromMinutes(30)) with { Fingerprint = "changed" });
        engine.Data.Add("3", "12:01");
        await engine.RunAt("12:05");

        engine.Delivered.Should().Equal("3");
        engine.TakeQueries().Should().Equal("[11:30→11:45]", "[11:45→12:00]", "[11:50→12:05]");
    }

    [Fact]
    public void T37_RenamedRule_StopsUnderItsOldName()
    {
        // Q24 is mended: the reference leaves the old job running.
        var change = RuleSetComparison.Compare([Rule("A")], Set(Rule("A2", "A.yaml")));

        change.Stop.Should().Equal("A");
        change.Start.Select(rule => rule.Name).Should().Equal("A2");
    }

    [Fact]
    public void T38_FileThatDoesNotLoad_KeepsItsLastGoodRule()
    {
        var broken = new RuleSet([Rule("B")], [Problem("A.yaml")]);

        var change = RuleSetComparison.Compare([Rule("A"), Rule("B")], broken);

        change.Stop.Should().BeEmpty();
        change.Start.Should().BeEmpty();
    }

    [Fact]
    public void T38_DisabledAndEnabledAgain_StopsAndStarts()
    {
        var disabled = RuleSetComparison.Compare([Rule("A")], Set(Rule("A") with { IsEnabled = false }));
        var enabled = RuleSetComparison.Compare([], Set(Rule("A")));

        disabled.Stop.Should().Equal("A");
        disabled.Disabled.Should().ContainSingle();
        enabled.Start.Should().ContainSingle();
    }

    [Fact]
    public void T39_NewFileWithTheNameOfAnother_LeavesTheFirstAlone()
    {
        // The source refuses the second file; Q26 is mended, since it refuses it after every change too.
        var change = RuleSetComparison.Compare([Rule("N")], new RuleSet([Rule("N")], [Problem("second.yaml")]));

        change.Stop.Should().BeEmpty();
        change.Start.Should().BeEmpty();
    }

    [Fact]
    public void T40_BrokenNewFile_DoesNotKeepOthersFromBeingLoaded()
    {
        // Q05 is mended.
        var change = RuleSetComparison.Compare([Rule("A")], new RuleSet([Rule("A"), Rule("good")], [Problem("bad.yaml")]));

        change.Start.Select(rule => rule.Name).Should().Equal("good");
    }

    [Fact]
    public void DeletedFile_StopsItsRule() =>
        RuleSetComparison.Compare([Rule("A"), Rule("B")], Set(Rule("B"))).Stop.Should().Equal("A");

    [Fact]
    public async Task Reload_BrokenFile_IsReportedOnceAndNamed()
    {
        await using var engine = new EngineFixture();
        var source = new FakeRuleSource(Rule("r"));
        engine.Source = source;
        await using var elastAlert = new ElastAlertEngine(engine.Dependencies());
        await elastAlert.StartAsync(CancellationToken.None);

        source.Set = new RuleSet([], [Problem("r.yaml")]);
        await elastAlert.ReloadAsync(CancellationToken.None);
        await elastAlert.ReloadAsync(CancellationToken.None);

        elastAlert.Rules.Should().ContainSingle().Which.Rule.Name.Should().Be("r");
        elastAlert.Problems.Should().ContainSingle();
        engine.Errors.Should().ContainSingle().Which.Should().StartWith("Could not load rule r.yaml: ");
    }

    [Fact]
    public async Task Start_RuleThatDoesNotLoad_IsRefusedUnlessInvalidOnesAreSkipped()
    {
        await using var engine = new EngineFixture { Source = new FakeRuleSource { Set = new RuleSet([], [Problem("r.yaml")]) } };
        await using var strict = new ElastAlertEngine(engine.Dependencies());
        engine.Options = engine.Options with { SkipInvalid = true };
        await using var lenient = new ElastAlertEngine(engine.Dependencies());

        await strict.Invoking(it => it.StartAsync(CancellationToken.None)).Should().ThrowAsync<RuleLoadException>().WithMessage("*r.yaml*");
        await lenient.Invoking(it => it.StartAsync(CancellationToken.None)).Should().NotThrowAsync();
    }

    [Fact]
    public async Task Start_UnknownAlerter_IsNamedAndStopsNoOtherRule()
    {
        await using var engine = new EngineFixture();
        engine.Source = new FakeRuleSource(
            Rule("r"), Rule("s") with { Alerters = [new AlerterEntry { Name = "carrier_pigeon", Index = 0 }] });
        await using var elastAlert = new ElastAlertEngine(engine.Dependencies());

        await elastAlert.StartAsync(CancellationToken.None);

        elastAlert.Rules.Select(status => (status.Rule.Name, status.Condition)).Should().Equal(
            ("r", RuleCondition.Running), ("s", RuleCondition.NotSupported));
        elastAlert.Rules[1].Reason.Should().Contain("'carrier_pigeon'");
    }

    private static Rule Rule(string name, string? file = null) => EngineFixture.BaseRule(name) with
    {
        Source = new SourceLocation(file ?? name + ".yaml", 1, 1),
    };

    private static RuleSet Set(params IReadOnlyList<Rule> rules) => new(rules, []);

    private static RuleProblem Problem(string file) => new(RuleProblemSeverity.Error, new SourceLocation(file, 3, 1), "timeframe is missing.");
}
