namespace ElastAlert.Core.Tests.Engine;

/// <summary>Holds that what a rule type leaves out is told, and told once.</summary>
public sealed class SkippedDataTests
{
    [Fact]
    public async Task Run_SpikeOverAFieldThatIsNoNumber_SaysWhatWasLeftOutOnce()
    {
        await using var engine = new EngineFixture(Spike());
        engine.Data.Add("a", "11:50", """{"n": 1}""").Add("b", "11:51", """{"n": "secret"}""").Add("c", "11:52", """{"n": "secret"}""").Add("d", "11:53");

        var report = await engine.RunAt("12:00");

        report!.Skipped.Should().Equal(
            new SkippedData("field_value n is not a number", 2, "b"), new SkippedData("field_value n is absent or null", 1, "d"));
        Warnings(engine).Should().Equal(
            "Warning: Rule r left out what it cannot use: field_value n is not a number (2 times, first in b)",
            "Warning: Rule r left out what it cannot use: field_value n is absent or null (1 times, first in d)");
        engine.Worker.Status.Condition.Should().Be(RuleCondition.Running);
    }

    [Fact]
    public async Task Run_AfterOneThatLeftSomethingOut_CountsAnew()
    {
        await using var engine = new EngineFixture(Spike());
        engine.Data.Add("a", "11:50", """{"n": []}""");
        await engine.RunAt("12:00");
        engine.Data.Add("b", "12:01", """{"n": {}}""");

        var second = await engine.RunAt("12:05");
        var third = await engine.RunAt("12:10");

        second!.Skipped.Should().Equal(new SkippedData("field_value n is not a number", 1, "b"));
        third!.Skipped.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_WindowsAreFilledAnew_CountsWhatIsNewOnly()
    {
        await using var engine = new EngineFixture(Spike());
        engine.Data.Add("a", "11:50", """{"n": "x"}""");
        await engine.RunAt("12:00");

        await engine.RestartAsync(Spike(height: 4));
        var report = await engine.RunAt("12:05");

        report!.Skipped.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_CardinalityOfAnAbsentField_SaysHowManyDocuments()
    {
        var rule = EngineFixture.BaseRule("r", "cardinality", """{"cardinality_field": "user", "max_cardinality": 3}""");
        await using var engine = new EngineFixture(rule with { Schedule = rule.Schedule with { Timeframe = TimeSpan.FromMinutes(5) } });
        engine.Data.Add("a", "11:50").Add("b", "11:51", """{"user": null}""").Add("c", "11:52", """{"user": ""}""");

        var report = await engine.RunAt("12:00");

        report!.Skipped.Should().Equal(new SkippedData("cardinality_field user is absent or null", 2, "a"));
    }

    [Fact]
    public void Add_VeryManyReasons_AreCountedTogether()
    {
        var log = new SkipLog();

        for (var place = 0; place < 100; place++)
            log.Add($"reason {place}", $"id {place}");

        log.Items.Should().HaveCount(17);
        log.Items[^1].Should().Be(new SkippedData("other reasons", 84, "id 16"));
    }

    private static Rule Spike(int height = 3)
    {
        var rule = EngineFixture.BaseRule("r", "spike", $$"""{"spike_height": {{height}}, "spike_type": "up", "field_value": "n"}""");
        return rule with { Schedule = rule.Schedule with { Timeframe = TimeSpan.FromMinutes(10) } };
    }

    private static IEnumerable<string> Warnings(EngineFixture engine) =>
        engine.Logs.Lines.Where(static line => line.StartsWith("Warning: ", StringComparison.Ordinal));
}
