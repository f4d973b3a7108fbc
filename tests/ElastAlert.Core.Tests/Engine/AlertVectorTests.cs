using System.Text.Json;
using ElastAlert.Engine;
using ElastAlert.Engine.Rules;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Engine;

[Trait("Category", "EngineVectors")]
public sealed class AlertVectorTests
{
    [Theory]
    [InlineData("""{"u": "x"}""", "r.x")]
    [InlineData("{}", "r")]
    [InlineData("""{"u": ""}""", "r.")]
    [InlineData("""{"u": ["a", "b"]}""", "r.['a', 'b']")]
    [InlineData("""{"u": {"k": 1}}""", "r.{'k': 1}")]
    [InlineData("""{"u": false}""", "r.False")]
    public void T44_SilenceKey_HoldsTheTextOfTheQueryKey(string fields, string key)
    {
        // Q51: the bare key for a missing value is kept, since stored silences have it.
        var rule = EngineFixture.BaseRule() with { Query = new RuleQuery { Index = "idx", QueryKey = "u" } };

        new ElastAlert.Alerting.SilenceKey(rule, null).Of(Some.Match(fields)).Should().Be(key);
    }

    [Fact]
    public void T44_RealertKey_TakesThePlaceOfTheName()
    {
        var rule = EngineFixture.BaseRule() with { Alerting = new RuleAlerting { RealertKey = "grp" } };

        new ElastAlert.Alerting.SilenceKey(rule, null).Of(Some.Match()).Should().Be("grp");
    }

    [Fact]
    public async Task T44_EightMatches_OneAlertAKey()
    {
        await using var engine = new EngineFixture(Realerting(TimeSpan.FromMinutes(10), "u"));
        string[] values = ["\"x\"", "", "", "\"x\"", "\"\"", """["a","b"]""", """{"k":1}""", "false"];
        for (var place = 0; place < values.Length; place++)
            engine.Data.Add($"{place + 1}", $"11:5{place}", values[place].Length == 0 ? "{}" : $$"""{"u": {{values[place]}}}""");

        await engine.RunAt("12:00");

        engine.Delivered.Should().Equal("1", "2", "5", "6", "7", "8");
    }

    [Fact]
    public async Task T45_TwoMatchesInOneRun_OneAlert()
    {
        await using var engine = new EngineFixture(Realerting(TimeSpan.FromMinutes(1)));
        engine.Data.Add("1", "11:50").Add("2", "11:51");

        var report = await engine.RunAt("12:00");

        engine.Delivered.Should().Equal("1");
        engine.Alerter.Alerts[0].Matches[0].Fields.Find("num_hits").ToText().Should().Be("2");
        engine.Alerter.Alerts[0].Matches[0].Fields.Find("num_matches").ToText().Should().Be("2");
        engine.Records(HistoryKind.Status)[0].GetProperty("matches").GetInt32().Should().Be(2);
        report!.Decisions.Select(decision => (decision.Outcome, decision.By, decision.Until)).Should().Equal(
            (MatchOutcome.Delivered, null, null), (MatchOutcome.Silenced, "r", Clock.At("12:01")));
    }

    [Theory]
    [InlineData("r.x")]
    [InlineData("r._silence")]
    public async Task T47_StoredSilence_Holds(string key)
    {
        var silences = new FakeSilences(new Silence(key, Clock.At("12:30"), 3));
        await using var engine = new EngineFixture(Realerting(TimeSpan.FromMinutes(1), "u")) { Silences = silences };
        engine.Data.Add("1", "11:50", """{"u": "x"}""").Add("2", "11:51", """{"u": "x"}""");

        await engine.RunAt("12:00");

        engine.Delivered.Should().BeEmpty();
        silences.Searches.Should().Be(1, "Q50: there is one search a run");
    }

    [Fact]
    public async Task T47_OwnSilence_SurvivesAKill()
    {
        await using var engine = new EngineFixture(Realerting(TimeSpan.FromHours(1)));
        engine.Data.Add("1", "11:50").Add("2", "12:04");
        await engine.RunAt("12:00");

        engine.Kill();
        await engine.RunAt("12:05");

        engine.Delivered.Should().Equal("1");
    }

    [Fact]
    public async Task T48_SilenceByHand_IsWrittenAndHolds()
    {
        await using var engine = new EngineFixture(Realerting(TimeSpan.FromMinutes(1), "u"));
        engine.Silences = engine.History;
        engine.Source = new FakeRuleSource(engine.Rule);
        engine.Data.Add("1", "11:50", """{"u": "bob"}""").Add("2", "11:51", """{"u": "eve"}""");
        await using var elastAlert = new ElastAlert.Engine.ElastAlertEngine(engine.Dependencies());

        var ofRule = await elastAlert.SilenceAsync("r", TimeSpan.FromHours(4), null, CancellationToken.None);
        var ofValue = await elastAlert.SilenceAsync("r", TimeSpan.FromHours(4), "bob", CancellationToken.None);

        (ofRule.Key, ofValue.Key).Should().Be(("r._silence", "r.bob"));
        engine.Records(HistoryKind.Silence)[0].GetRawText().Should().Be(
            """{"exponent":0,"rule_name":"r._silence","@timestamp":"2024-01-01T12:00:00Z","until":"2024-01-01T16:00:00Z"}""");
        await engine.RunAt("12:00");
        engine.Delivered.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task T49_EnhancementThatDrops_LeavesTheSilence(bool first)
    {
        var rule = WithEnhancement(Realerting(TimeSpan.FromMinutes(1)), first);
        await using var engine = new EngineFixture(rule);
        var calls = 0;
        engine.Enhancements.Add(Enhancement(match =>
        {
            calls++;
            return match;
        },
            drop: true));
        engine.Data.Add("1", "11:50").Add("2", "11:51");

        var report = await engine.RunAt("12:00");

        calls.Should().Be(1);
        engine.Delivered.Should().BeEmpty();
        engine.Records(HistoryKind.Alert).Should().BeEmpty();
        engine.Records(HistoryKind.Silence)[0].GetProperty("rule_name").GetString().Should().Be("r");
        report!.Decisions.Select(decision => (decision.Outcome, decision.By)).Should().Equal(
            (MatchOutcome.Dropped, "change"), (MatchOutcome.Silenced, "r"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task T71_EnhancementThatThrows_IsRecordedAndTheMatchGoesOn(bool first)
    {
        // Q59 is mended: the reference drops the match when enhancements run late, and disables the rule for other exceptions.
        await using var engine = new EngineFixture(WithEnhancement(EngineFixture.BaseRule(), first));
        engine.Enhancements.Add(Enhancement(_ => throw new InvalidOperationException("no such host")));
        engine.Data.Add("1", "11:50");

        await engine.RunAt("12:00");

        engine.Delivered.Should().Equal("1");
        engine.Errors.Should().Equal("Error running match enhancement: no such host");
        engine.Worker.Status.Condition.Should().Be(RuleCondition.Running);
    }

    [Fact]
    public async Task T56_ErrorOfTheOnlyAlerter_IsRetriedUntilTheLimit()
    {
        await using var engine = Failing(out var alerter);
        engine.Data.Add("1", "11:50");

        await engine.RunAt("12:00");
        alerter.Attempts.Should().Be(1);
        engine.Records(HistoryKind.Alert).Should().BeEmpty("an alert is recorded when it is settled");
        engine.Time.SetTo(Clock.At("2024-01-03T12:00:00"));
        await engine.DeliverAsync();
        alerter.Attempts.Should().Be(2);
        var record = engine.Records(HistoryKind.Alert).Should().ContainSingle().Subject;
        record.GetProperty("alert_sent").GetBoolean().Should().BeFalse();
        record.GetProperty("alert_exception").GetString().Should().Be("The service does not answer.");
        engine.Worker.Status.DeadLetters.Should().Be(1);
    }

    [Fact]
    public async Task T56_PastTheLimit_IsGivenUpWithoutAnAttempt()
    {
        await using var engine = Failing(out var alerter);
        engine.Data.Add("1", "11:50");
        await engine.RunAt("12:00");

        engine.Time.SetTo(Clock.At("2024-01-03T12:00:00.001"));
        await engine.DeliverAsync();

        alerter.Attempts.Should().Be(1);
        engine.Worker.Status.DeadLetters.Should().Be(1);
    }

    [Fact]
    public async Task T56_OneOfTwoAlertersFails_TheOtherSendsOnceAndTheFirstIsRetried()
    {
        // Q56 and Q57 are mended: the reference calls it sent and never tries the first again.
        var throwing = new ThrowingAlerter(static _ => new InvalidOperationException("boom"), times: 1);
        await using var engine = new EngineFixture(EngineFixture.BaseRule() with
        {
            Alerters = [Some.Entry("throw"), Some.Entry("collect") with { Index = 1 }],
        });
        engine.Alerters.Add(throwing.Register());
        engine.Data.Add("1", "11:50");

        await engine.RunAt("12:00");
        engine.Time.SetTo(Clock.At("12:01"));
        await engine.DeliverAsync();

        throwing.Attempts.Should().Be(2);
        engine.Delivered.Should().Equal("1");
        engine.Worker.Status.Condition.Should().Be(RuleCondition.Running);
        engine.Records(HistoryKind.Alert).Should().ContainSingle().Which.TryGetProperty("alert_exception", out _).Should().BeFalse();
        (await engine.Memory.LoadAsync(null, includeDead: true, CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task T59_TopCounts_AreAddedHighestFirst()
    {
        await using var engine = new EngineFixture();
        engine.Data.TopCountFields = ["f.keyword"];
        engine.Data.TopCounts = static (_, _) => [new("y", 7), new("z", 3)];
        engine.Data.Add("1", "11:50");

        await engine.RunAt("12:00");

        engine.Alerter.Alerts[0].Matches[0].Fields.Find("top_events_f.keyword").Element.GetRawText().Should().Be("""{"y":7,"z":3}""");
    }

    [Fact]
    public async Task T59_TopCountFails_TheAlertIsSentAllTheSame()
    {
        await using var engine = new EngineFixture();
        engine.Data.TopCountFields = ["f.keyword"];
        engine.Data.TopCounts = static (_, _) => throw new SearchException("too many buckets");
        engine.Data.Add("1", "11:50");

        await engine.RunAt("12:00");

        engine.Alerter.Alerts[0].Matches[0].Fields.Find("top_events_f.keyword").Element.GetRawText().Should().Be("{}");
        engine.Errors.Should().Equal("Error running terms query: too many buckets");
    }

    [Fact]
    public async Task T60_MatchInRoot_NeverReplacesReservedNames()
    {
        var rule = EngineFixture.BaseRule() with
        {
            Alerting = new RuleAlerting
            {
                Realert = TimeSpan.Zero,
                IncludeMatchInRoot = true,
                AddMetadataAlert = true,
                ReplaceDotsInFieldNames = true,
            },
        };
        await using var engine = new EngineFixture(rule);
        engine.Data.Add("1", "11:50", """{"rule_name": "EVIL", "a.b": {"c.d": [{"e.f": 1}]}, "_x": 1}""");

        await engine.RunAt("12:00");

        // Q65, Q66 and Q23 are mended: rule_name, @timestamp, dots within lists, and the priority as a number.
        var record = engine.Records(HistoryKind.Alert).Should().ContainSingle().Subject;
        record.GetProperty("rule_name").GetString().Should().Be("r");
        record.GetProperty("@timestamp").GetString().Should().Be("2024-01-01T12:00:00Z");
        record.GetProperty("a_b").GetRawText().Should().Be("""{"c_d":[{"e_f":1}]}""");
        record.TryGetProperty("_x", out _).Should().BeFalse();
        record.GetProperty("priority").GetInt32().Should().Be(2);
        record.GetProperty("category").GetString().Should().BeEmpty();
    }

    [Fact]
    public async Task T69_DebugMode_IsReadOnly()
    {
        // Q73 is mended: the reference deletes what is pending.
        await using var engine = Held();
        await engine.RunAt("12:00");
        await engine.RestartAsync();
        engine.Tuning = engine.Tuning with { IsDebug = true };
        var before = await engine.Memory.LoadAsync("r", CancellationToken.None);

        await engine.RunAt("12:11");
        await engine.PassAt("12:11");

        engine.Alerter.Alerts.Should().BeEmpty();
        engine.Logs.Lines.Should().Contain(line => line.Contains("Alert for r at", StringComparison.Ordinal));
        (await engine.Memory.LoadAsync("r", CancellationToken.None))!.CommitId.Should().Be(before!.CommitId);
        engine.Records(HistoryKind.Status).Should().ContainSingle();
    }

    [Fact]
    public async Task T73_Flatline_HasTheSilenceKeyOfItsMember()
    {
        var rule = EngineFixture.BaseRule("r", "flatline", """{"threshold": 1, "timeframe": {"minutes": 5}}""");
        await using var engine = new EngineFixture(rule with
        {
            Schedule = rule.Schedule with { Timeframe = TimeSpan.FromMinutes(5) },
            Alerting = rule.Alerting with { Realert = TimeSpan.FromMinutes(1) },
        });

        await engine.RunAt("12:00");
        engine.Alerter.Alerts.Should().BeEmpty();
        await engine.RunAt("12:05");

        engine.Alerter.Alerts.Should().ContainSingle().Which.Matches[0].Fields.ToString().Should().Be(
            """{"@timestamp":"2024-01-01T12:05:00Z","key":"all","count":0,"threshold":1,"num_hits":0,"num_matches":1}""");
        engine.Records(HistoryKind.Silence)[0].GetProperty("rule_name").GetString().Should().Be("r.all");
    }

    [Fact]
    public async Task Receipts_OfAnEarlierAlerter_ReachTheLaterOne()
    {
        var first = new CollectingAlerter(static _ => new AlertReceipt { Values = new Dictionary<string, string> { ["jira_ticket"] = "OPS-1" } });
        await using var engine = new EngineFixture(EngineFixture.BaseRule() with
        {
            Alerters = [Some.Entry("jira"), Some.Entry("collect") with { Index = 1 }],
        });
        engine.Alerters.Add(first.Register("jira"));
        engine.Alerters.Add(engine.Alerter.Register() with { UsesReceiptsOf = ["jira"] });
        engine.Data.Add("1", "11:50");

        await engine.RunAt("12:00");

        engine.Alerter.Alerts[0].Receipts["jira"].Values["jira_ticket"].Should().Be("OPS-1");
    }

    [Fact]
    public async Task RuleParameters_AreAddedToMatches()
    {
        var rule = EngineFixture.BaseRule(optionsJson: """{"owner": "ops", "n": 3}""");
        await using var engine = new EngineFixture(rule with
        {
            Alerting = rule.Alerting with { IncludeRuleParamsInMatches = ["n", "absent"] },
        });
        engine.Data.Add("1", "11:50");

        await engine.RunAt("12:00");

        var fields = engine.Alerter.Alerts[0].Matches[0].Fields;
        fields.Find("rule_param_n").ToText().Should().Be("3");
        fields.TryGetMember("rule_param_absent", out var absent).Should().BeTrue();
        absent.ValueKind.Should().Be(JsonValueKind.Null);
    }

    private static EngineFixture Failing(out ThrowingAlerter alerter)
    {
        alerter = new ThrowingAlerter();
        var engine = new EngineFixture(EngineFixture.BaseRule() with { Alerters = [Some.Entry("throw")] });
        engine.Alerters.Add(alerter.Register());
        return engine;
    }

    private static EngineFixture Held()
    {
        var engine = new EngineFixture(EngineFixture.BaseRule() with
        {
            Alerting = new RuleAlerting
            {
                Realert = TimeSpan.Zero,
                Aggregation = new RuleAggregation { Duration = TimeSpan.FromMinutes(10) },
            },
        });
        engine.Data.Add("1", "11:58").Add("2", "11:59");
        return engine;
    }

    private static Rule Realerting(TimeSpan realert, string? queryKey = null) => EngineFixture.BaseRule() with
    {
        Query = new RuleQuery { Index = "idx", QueryKey = queryKey },
        Alerting = new RuleAlerting { RealertKey = "r", Realert = realert },
    };

    private static Rule WithEnhancement(Rule rule, bool first) => rule with
    {
        Alerting = rule.Alerting with { MatchEnhancements = [OptionValue.Of("change")], RunEnhancementsFirst = first },
    };

    private static EnhancementRegistration Enhancement(Func<RuleMatch, RuleMatch> change, bool drop = false) =>
        new() { Name = "change", Create = (_, _) => new FakeEnhancement(change, drop) };

    private sealed class FakeEnhancement(Func<RuleMatch, RuleMatch> change, bool drop) : IMatchEnhancement
    {
        public ValueTask<RuleMatch?> EnhanceAsync(RuleMatch match, Rule rule, CancellationToken cancellationToken)
        {
            var changed = change(match);
            return ValueTask.FromResult(drop ? null : changed);
        }
    }

    private sealed class FakeSilences(params Silence[] silences) : ISilenceSource
    {
        public int Searches { get; private set; }

        public Task<IReadOnlyList<Silence>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
        {
            Searches++;
            return Task.FromResult<IReadOnlyList<Silence>>([.. silences.Where(silence => keys.Contains(silence.Key))]);
        }
    }
}
