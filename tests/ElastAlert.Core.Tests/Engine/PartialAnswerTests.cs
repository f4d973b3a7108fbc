namespace ElastAlert.Core.Tests.Engine;

public sealed class PartialAnswerTests
{
    [Fact]
    public async Task Hits_WhatArrivedIsAlertedAndTheRestWhenItComes()
    {
        await using var engine = new EngineFixture();
        engine.Data.Add("a", "11:50").Add("missing", "11:49");
        engine.Data.IsPartial = static number => number == 0;

        var report = await engine.RunAt("12:00");
        engine.Delivered.Should().Equal("a");
        report!.Notices.Should().Equal("a shard failed");
        engine.Worker.Status.Condition.Should().Be(RuleCondition.Degraded);
        await engine.RunAt("13:00");

        engine.TakeQueries().Should().StartWith(["[11:45→12:00]", "[11:45→12:00]", "[12:00→12:15]"]);
        engine.Delivered.Should().Equal("a", "missing");
        engine.Worker.Status.Condition.Should().Be(RuleCondition.Running);
    }

    [Fact]
    public async Task Hits_MissingAfterAKill_AreStillAskedForAgain()
    {
        await using var engine = new EngineFixture();
        engine.Data.Add("a", "11:50").Add("missing", "11:49");
        engine.Data.IsPartial = static number => number == 0;
        await engine.RunAt("12:00");

        engine.Kill();
        await engine.RunAt("12:11");

        engine.Delivered.Should().Equal("a", "missing");
    }

    [Fact]
    public async Task Counts_WaitForAWholeAnswerAndThenTakeWhatThereIs()
    {
        var rule = EngineFixture.Frequency(100, TimeSpan.FromHours(2));
        await using var engine = new EngineFixture(rule with { Query = rule.Query with { Kind = QueryKind.Count } });
        engine.Data.IsPartial = static _ => true;

        await engine.RunAt("12:00");
        await engine.RunAt("12:05");
        engine.Records(HistoryKind.Status).Should().BeEmpty();
        engine.Errors.Should().Equal("Error running count query: a shard failed", "Error running count query: a shard failed");
        await engine.RunAt("12:15");

        engine.Records(HistoryKind.Status).Should().ContainSingle();
        engine.Worker.Status.Reason.Should().Be("a shard failed");
    }

    [Fact]
    public async Task Flatline_NeverFiresOnAnIncompleteAnswer()
    {
        var rule = EngineFixture.BaseRule("r", "flatline", """{"threshold": 1, "timeframe": {"minutes": 5}}""");
        await using var engine = new EngineFixture(rule with { Schedule = rule.Schedule with { Timeframe = TimeSpan.FromMinutes(5) } });
        engine.Data.IsPartial = static number => number > 0;

        await engine.RunAt("12:00");
        await engine.RunAt("12:05");
        await engine.RunAt("12:10");
        engine.Alerter.Alerts.Should().BeEmpty();
        engine.Data.IsPartial = static _ => false;
        await engine.RunAt("12:15");

        engine.Alerter.Alerts.Should().NotBeEmpty();
    }
}
