using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine;

[Trait("Category", "EngineVectors")]
public sealed class AggregationVectorTests
{
    private static readonly RuleAggregation TenMinutes = new() { Duration = TimeSpan.FromMinutes(10) };

    [Fact]
    public async Task T50_Duration_SendsTogetherWhenTheClockIsLater()
    {
        await using var engine = new EngineFixture(Rule(TenMinutes));
        engine.Data.Add("a", "11:58").Add("b", "11:59");

        var report = await engine.RunAt("12:00");
        engine.Data.Add("c", "12:04");
        await engine.RunAt("12:05");
        await engine.PassAt("12:10");
        engine.Alerter.Alerts.Should().BeEmpty();
        await engine.PassAt("12:10:01");

        Sent(engine).Should().Equal("a b c");
        report!.Decisions.Should().OnlyContain(decision => decision.Outcome == MatchOutcome.Held && decision.Until == Clock.At("12:10"));
        var records = engine.Records(HistoryKind.Alert);
        records.Should().HaveCount(3);
        records.Should().OnlyContain(record => record.GetProperty("alert_sent").GetBoolean()
            && record.GetProperty("alert_time").GetString() == "2024-01-01T12:10:00Z"
            && record.GetProperty("@timestamp").GetString() == "2024-01-01T12:10:01Z");
        records[0].TryGetProperty("aggregate_id", out _).Should().BeFalse();
        var head = engine.History.Documents.First(document => document.Kind == HistoryKind.Alert).Id;
        records.Skip(1).Should().OnlyContain(record => record.GetProperty("aggregate_id").GetString() == head);
    }

    [Fact]
    public async Task T51_KillBetweenMatches_TheAggregateGoesOn()
    {
        await using var engine = new EngineFixture(Rule(new RuleAggregation { Duration = TimeSpan.FromHours(2) }));
        engine.Data.Add("a", "12:00");
        await engine.RunAt("12:00");
        engine.Data.Add("b", "13:00");

        engine.Kill();
        await engine.RunAt("13:00");
        await engine.PassAt("14:00:01");
        engine.Data.Add("c", "14:30");
        await engine.RunAt("14:30");
        await engine.PassAt("16:30:01");

        Sent(engine).Should().Equal("a b", "c");
    }

    [Fact]
    public async Task T52_RealertBesidesAggregation_HoldsTheFirstOnly()
    {
        await using var engine = new EngineFixture(Rule(TenMinutes, TimeSpan.FromMinutes(5)));
        engine.Data.Add("a", "11:58").Add("b", "11:59");

        await engine.RunAt("12:00");
        await engine.PassAt("12:10:01");

        Sent(engine).Should().Equal("a");
    }

    [Theory]
    [InlineData(false, new[] { "a", "b" }, new[] { "c" })]
    [InlineData(true, new[] { "a b" }, new[] { "c" })]
    public async Task T53_AggregateByMatchTime_GroupsOldMatchesOnlyWhenComparedByTheirTime(bool compared, string[] first, string[] later)
    {
        await using var engine = new EngineFixture(Rule(TenMinutes with
        {
            AggregateByMatchTime = true,
            AlertTimeComparedWithTimestampField = compared,
        }));
        engine.Data.Add("a", "11:46").Add("b", "11:47").Add("c", "11:59");

        await engine.RunAt("12:00");
        await engine.PassAt("12:00");
        Sent(engine).Should().Equal(first);
        await engine.PassAt("12:09:01");

        Sent(engine).Skip(first.Length).Should().Equal(later);
    }

    [Fact]
    public async Task T54_AggregationKey_KeepsMatchesApart()
    {
        // Q61 is mended: in the reference the match without a key joins the aggregate of x.
        await using var engine = new EngineFixture(Rule(TenMinutes with { AggregationKey = "k" }));
        engine.Data.Add("1", "11:56", """{"k": "x"}""").Add("2", "11:57", """{"k": "y"}""").Add("3", "11:58", """{"k": "x"}""").Add("4", "11:59");

        await engine.RunAt("12:00");
        await engine.PassAt("12:10:01");

        Sent(engine).Should().BeEquivalentTo("1 3", "2", "4");
    }

    [Fact]
    public async Task T55_FailingAlerter_TheSameAlertIsSentLater()
    {
        var alerter = new CollectingAlerter();
        var throwing = new ThrowingAlerter(static _ => new AlertDeliveryException("busy"), times: 1, alerter);
        await using var engine = new EngineFixture(Rule(TenMinutes) with { Alerters = [Some.Entry("throw")] });
        engine.Alerters.Add(throwing.Register());
        engine.Data.Add("a", "11:58").Add("b", "11:59");

        await engine.RunAt("12:00");
        await engine.PassAt("12:10:01");
        await engine.PassAt("12:15:01");

        alerter.Alerts.Should().ContainSingle().Which.Matches.Should().HaveCount(2);
        engine.Records(HistoryKind.Alert).Should().HaveCount(2).And.OnlyContain(record =>
            record.GetProperty("alert_sent").GetBoolean() && record.GetProperty("alert_time").GetString() == "2024-01-01T12:10:00Z");
    }

    [Fact]
    public async Task T61_StoreDown_TheAlertTimeDoesNotMove()
    {
        // Q62 is mended: the reference moves the alert time with every run while its index is down.
        var store = new FaultyStore();
        await using var engine = new EngineFixture(Rule(TenMinutes));
        (engine.Store, store.Inner) = (store, engine.Memory);
        engine.Data.Add("a", "11:58");
        await engine.RunAt("12:00");

        store.IsDown = true;
        foreach (var time in new[] { "12:05", "12:09", "12:14" })
            await engine.RunAt(time);
        engine.Alerter.Alerts.Should().BeEmpty();
        store.IsDown = false;
        await engine.RunAt("12:18");
        await engine.PassAt("12:18");

        Sent(engine).Should().Equal("a");
        engine.Records(HistoryKind.Alert)[0].GetProperty("alert_time").GetString().Should().Be("2024-01-01T12:10:00Z");
    }

    [Fact]
    public async Task T70_Schedule_IsTheNextMomentOfTheCronExpression()
    {
        await using var engine = new EngineFixture(Rule(new RuleAggregation { Schedule = "2 4 * * mon,fri" }));
        engine.Data.Add("a", "11:58");

        var report = await engine.RunAt("12:00");

        report!.Decisions.Should().ContainSingle().Which.Until.Should().Be(Clock.At("2024-01-05T04:02:00"));
    }

    [Fact]
    public async Task T72_ManyMatches_AreAllSent()
    {
        // Q71 is mended: the reference leaves members beyond max_aggregation behind.
        await using var engine = new EngineFixture(Rule(TenMinutes));
        for (var place = 0; place < 5; place++)
            engine.Data.Add($"{place}", $"11:5{place}");

        await engine.RunAt("12:00");
        await engine.PassAt("12:10:01");

        Sent(engine).Should().Equal("0 1 2 3 4");
    }

    [Fact]
    public async Task Enhancements_RunWhenTheAggregateIsSent()
    {
        var calls = new List<string>();
        await using var engine = new EngineFixture(Rule(TenMinutes) is var rule
            ? rule with { Alerting = rule.Alerting with { MatchEnhancements = [OptionValue.Of("note")] } }
            : rule);
        engine.Enhancements.Add(new EnhancementRegistration { Name = "note", Create = (_, _) => new Note(calls) });
        engine.Data.Add("a", "11:58");

        await engine.RunAt("12:00");
        calls.Should().BeEmpty();
        await engine.PassAt("12:10:01");

        calls.Should().Equal("a");
    }

    private static string[] Sent(EngineFixture engine) =>
        [.. engine.Alerter.Alerts.Select(alert => string.Join(" ", alert.Matches.Select(EngineFixture.Id)))];

    private static Rule Rule(RuleAggregation aggregation, TimeSpan realert = default) => EngineFixture.BaseRule() with
    {
        Alerting = new RuleAlerting { RealertKey = "r", Realert = realert, Aggregation = aggregation },
    };

    private sealed class Note(List<string> calls) : IMatchEnhancement
    {
        public ValueTask<RuleMatch?> EnhanceAsync(RuleMatch match, Rule rule, CancellationToken cancellationToken)
        {
            calls.Add(EngineFixture.Id(match));
            return ValueTask.FromResult<RuleMatch?>(match);
        }
    }
}
