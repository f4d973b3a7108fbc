using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Runs;
using ElastAlert.Engine.Services;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine;

public sealed class FailureTests
{
    [Fact]
    public async Task T65_MissingTimestampField_IsAHandledError()
    {
        await using var engine = new EngineFixture();
        engine.Data.Fail = static _ => new ElastAlertException("Error: The configured timestamp_field '@timestamp' was not found in the query results.");

        await engine.RunAt("12:00");

        engine.Errors.Should().Equal(
            "Error running rule r: Error: The configured timestamp_field '@timestamp' was not found in the query results.");
        engine.Records(HistoryKind.Status).Should().BeEmpty();
        engine.Worker.Status.Condition.Should().Be(RuleCondition.Degraded, "it goes on");
    }

    [Fact]
    public async Task T75_NotifyAllErrors_TellsOfHandledErrorsAndOfUncaughtExceptions()
    {
        await using var engine = new EngineFixture { Options = new GlobalOptions { NotifyAllErrors = true } };
        engine.Data.Fail = static number => number == 0 ? new SearchException("down") : new InvalidOperationException("boom");

        await engine.RunAt("12:00");
        await engine.RunAt("12:05");

        // Q69 is mended: a notification of a handled error says what it was.
        engine.Notifications.Select(notification => (notification.Message, notification.Rule?.Name)).Should().Equal(
            ("Error running query: down", null),
            ("Uncaught exception running rule r: boom", null),
            ("Uncaught exception running rule r: boom", "r"));
        engine.Notifications[2].IsRuleDisabled.Should().BeTrue();
    }

    [Fact]
    public async Task T76_LongQueryError_IsCut()
    {
        await using var engine = new EngineFixture();
        engine.Data.Fail = static _ => new SearchException(new string('x', 2000));

        await engine.RunAt("12:00");

        engine.Errors.Should().ContainSingle().Which.Should().HaveLength(1073).And.EndWith("... (976 characters removed)");
    }

    [Fact]
    public async Task UnexpectedException_StopsTheRuleUnlessItSaysOtherwise()
    {
        await using var engine = new EngineFixture();
        engine.Data.Fail = static _ => new InvalidOperationException("boom");

        await engine.RunAt("12:00");
        await engine.RunAt("12:05");

        engine.Worker.Status.Condition.Should().Be(RuleCondition.Failed);
        engine.Worker.Status.Reason.Should().Be("Uncaught exception: boom");
        engine.TakeQueries().Should().ContainSingle();
    }

    [Fact]
    public async Task UnexpectedException_RuleThatStaysEnabled_GoesOn()
    {
        var rule = EngineFixture.BaseRule();
        await using var engine = new EngineFixture(rule with { Alerting = rule.Alerting with { DisableRulesOnError = false } });
        engine.Data.Fail = static number => number == 0 ? new InvalidOperationException("boom") : null;
        engine.Data.Add("a", "11:50");

        await engine.RunAt("12:00");
        await engine.RunAt("12:05");

        engine.Delivered.Should().Equal("a");
    }

    [Fact]
    public async Task StoreDown_NothingIsLostAndNothingIsDoubled()
    {
        var store = new FaultyStore();
        await using var engine = new EngineFixture();
        (engine.Store, engine.Outbox, store.Inner) = (store, store, engine.Memory);
        engine.Data.Add("a", "11:50");
        await engine.RunAt("12:00");

        store.IsDown = true;
        engine.Data.Add("b", "12:03");
        await engine.RunAt("12:05");
        await engine.RunAt("12:10");
        engine.Worker.Status.Condition.Should().Be(RuleCondition.Degraded);
        store.IsDown = false;
        engine.Data.Add("c", "12:13");
        await engine.RunAt("12:15");

        engine.Delivered.Should().Equal("a", "b", "c");
    }

    [Fact]
    public async Task AnswerOfACommitLost_TheCommitIsRepeatedUnchanged()
    {
        var store = new FaultyStore();
        await using var engine = new EngineFixture();
        (engine.Store, engine.Outbox, store.Inner) = (store, store, engine.Memory);
        await engine.RunAt("11:55");
        engine.Data.Add("a", "11:58");

        store.LosesNextAnswer = true;
        await engine.RunAt("12:00");
        engine.Delivered.Should().BeEmpty();
        await engine.RunAt("12:05");

        engine.Delivered.Should().Equal("a");
        store.Commits[^2].CommitId.Should().Be(store.Commits[^3].CommitId);
    }

    [Fact]
    public async Task UnreadableState_StopsTheRuleAndIsNotOverwritten()
    {
        await using var engine = new EngineFixture();
        await engine.Memory.CommitAsync(
            new RunCommit
            {
                Rule = "r",
                CommitId = "future",
                PreviousCommitId = null,
                Lease = new RuleLease("", 1, DateTimeOffset.MinValue),
                Checkpoint = "{\"version\": 99}"u8.ToArray(),
            },
            CancellationToken.None);

        await engine.RunAt("12:00");

        engine.Worker.Status.Condition.Should().Be(RuleCondition.StateUnreadable);
        engine.Worker.Status.Reason.Should().StartWith("The saved state of rule 'r' has version 99, this engine reads up to 2: run the newer version again");
        (await engine.Memory.LoadAsync("r", CancellationToken.None))!.CommitId.Should().Be("future");
        engine.TakeQueries().Should().BeEmpty();
    }

    [Fact]
    public async Task OtherOwner_IsWaitedForAndThenTakenOver()
    {
        await using var engine = new EngineFixture { Tuning = new ElastAlert.Engine.Services.EngineTuning { LeaseTime = TimeSpan.FromMinutes(2) } };
        engine.Data.Add("a", "11:50");
        await engine.RunAt("12:00");
        var other = engine.NewWorker();
        engine.Data.Add("b", "12:00:30");

        engine.Time.SetTo(Clock.At("12:01"));
        (await other.FireAsync(engine.Time.GetUtcNow(), ElastAlert.Engine.Runs.Firing.Scheduled, CancellationToken.None)).Should().BeNull();
        other.Status.Condition.Should().Be(RuleCondition.OwnedElsewhere);
        other.PausedUntil.Should().Be(Clock.At("12:02"));
        engine.Time.SetTo(Clock.At("12:02"));
        await other.FireAsync(engine.Time.GetUtcNow(), ElastAlert.Engine.Runs.Firing.Scheduled, CancellationToken.None);
        await other.Delivery.DeliverDueAsync(CancellationToken.None);
        engine.Data.Add("c", "12:04");
        await engine.RunAt("12:05");
        engine.Delivered.Should().Equal(["a", "b"], "the first process notices that it has lost the rule");
        await engine.RunAt("12:10");

        engine.Delivered.Should().Equal("a", "b", "c");
    }

    [Fact]
    public async Task ReleasedLease_IsTakenOverAtOnce()
    {
        await using var engine = new EngineFixture();
        engine.Data.Add("a", "11:50");
        await engine.RunAt("12:00");

        await engine.RestartAsync();
        engine.Data.Add("b", "12:00:30");
        await engine.RunAt("12:01");

        engine.Delivered.Should().Equal("a", "b");
        engine.Worker.Status.Condition.Should().Be(RuleCondition.Running);
    }

    [Fact]
    public async Task OldEnd_BeginsAnewAndSaysSo()
    {
        await using var engine = new EngineFixture();
        await engine.RunAt("12:00");
        await engine.RestartAsync();
        engine.TakeQueries();

        var report = await engine.RunAt("2024-01-09T12:00");

        engine.TakeQueries().Should().Equal("[2024-01-09T11:45→2024-01-09T12:00]");
        report!.Notices.Should().ContainSingle().Which.Should().Contain("older than old_query_limit");
    }

    [Fact]
    public async Task T64_Meters_CountRunsHitsMatchesAlertsAndErrors()
    {
        var rule = EngineFixture.BaseRule();
        await using var engine = new EngineFixture(rule with { Alerting = rule.Alerting with { Realert = TimeSpan.FromMinutes(5) } });
        using var counts = new CollectedMeasurements(engine.Meters);
        engine.Data.Add("a", "11:50").Add("b", "11:51");
        engine.Data.Fail = static number => number == 1 ? new SearchException("down") : null;

        await engine.RunAt("12:00");
        counts["elastalert.runs"].Should().Be(1);
        await engine.RunAt("12:05");

        counts["elastalert.hits"].Should().Be(2);
        counts["elastalert.matches"].Should().Be(2);
        counts["elastalert.alerts.sent"].Should().Be(1);
        counts["elastalert.alerts.failed"].Should().Be(0);
        counts["elastalert.alerts.silenced"].Should().Be(1, "Q74: it counts suppressed matches, by rule");
        counts["elastalert.silences"].Should().Be(1);
        counts["elastalert.errors"].Should().Be(1);
    }

    [Fact]
    public async Task SwitchingOver_PendingAlertsOfTheReferenceAreDeliveredOnce()
    {
        var document = ElastAlert.Values.Document.Parse("""{"@timestamp": "2024-01-01T11:40:00Z", "_id": "old"}""");
        var import = new FakeImport(new ImportedState
        {
            LastEnd = Clock.At("11:55"),
            Alerts = [new ImportedAlert("head", Clock.At("11:59"), null, [document], [new ImportedDocument("wb", "head", 1, 1)])],
        });
        await using var engine = new EngineFixture { Import = import };

        await engine.RunAt("12:00");
        await engine.PassAt("12:00");
        engine.Kill();
        engine.Time.SetTo(Clock.At("12:10"));
        await engine.RunAt("12:10");

        engine.Alerter.Alerts.Should().ContainSingle().Which.Id.Should().Be("head");
        import.Removed.Should().ContainSingle();
        engine.TakeQueries()[0].Should().Be("[11:55→12:00]");
    }

    [Fact]
    public async Task SwitchingOver_OldDocumentsCannotBeRemoved_IsDoneWithALaterStart()
    {
        var document = ElastAlert.Values.Document.Parse("""{"@timestamp": "2024-01-01T11:40:00Z", "_id": "old"}""");
        var taken = new ImportedDocument("wb", "head", 1, 1);
        var import = new FakeImport(new ImportedState { Alerts = [new ImportedAlert("head", Clock.At("11:59"), null, [document], [taken])] })
        {
            FailToRemove = new SearchException("down"),
        };
        await using var engine = new EngineFixture { Import = import };

        await engine.RunAt("12:00");
        await engine.PassAt("12:00");
        import.FailToRemove = null;
        await engine.RestartAsync();
        await engine.RunAt("12:05");
        await engine.RestartAsync();
        await engine.RunAt("12:10");

        engine.Alerter.Alerts.Should().ContainSingle();
        import.Removed.Should().Equal(taken);
    }

    [Fact]
    public async Task LimitExecution_RunsInPermittedMinutesOnly()
    {
        // T26 and T28 with Q47 mended: a run when now is in a permitted minute, else sleep until the next one.
        var rule = EngineFixture.BaseRule();
        await using var engine = new EngineFixture(rule with { Schedule = rule.Schedule with { LimitExecution = "* 10-18 * * 1-5" } });

        await engine.RunAt("18:58:30");
        await engine.RunAt("18:59:30");
        await engine.RunAt("19:04:30");
        engine.Worker.PausedUntil.Should().Be(Clock.At("2024-01-02T10:00"));
        engine.TakeQueries().Should().Equal("[18:43:30→18:58:30]", "[18:44:30→18:59:30]");
        await engine.RunAt("2024-01-02T10:00:02");

        engine.TakeQueries().Should().HaveCount(61);
    }

    [Fact]
    public async Task T28_CoarseSchedule_RunsOnceAFiring()
    {
        var rule = EngineFixture.BaseRule();
        await using var engine = new EngineFixture(rule with { Schedule = rule.Schedule with { LimitExecution = "0 * * * *" } });

        await engine.RunAt("11:30");
        engine.Worker.PausedUntil.Should().Be(Clock.At("12:00"));
        await engine.RunAt("12:00:01");
        await engine.RunAt("12:05");
        await engine.RunAt("13:00:01");

        engine.TakeQueries().Should().Equal(
            "[11:45:01→12:00:01]", "[12:00:01→12:15:01]", "[12:15:01→12:30:01]", "[12:30:01→12:45:01]", "[12:45:01→13:00:01]");
    }

    [Fact]
    public async Task T27_Coverage_LeavesTheClosedTimeOut()
    {
        var rule = EngineFixture.BaseRule();
        await using var engine = new EngineFixture(rule with
        {
            Schedule = rule.Schedule with { LimitExecution = "* 10-18 * * 1-5", LimitExecutionCoverage = true },
        });
        await engine.RunAt("18:59:30");
        await engine.RunAt("19:04:30");
        engine.TakeQueries();

        await engine.RunAt("2024-01-02T10:00:02");
        await engine.RunAt("2024-01-02T10:05:03");

        engine.TakeQueries().Should().Equal("[2024-01-02T10:00→2024-01-02T10:00:02]", "[2024-01-02T10:00→2024-01-02T10:05:03]");
    }

    [Theory]
    [InlineData(QueryKind.Hits)]
    [InlineData(QueryKind.Count)]
    public async Task Coverage_FirstStartInClosedTime_BeginsWithThePermittedTime(QueryKind kind)
    {
        var rule = EngineFixture.BaseRule();
        await using var engine = new EngineFixture(rule with
        {
            Query = rule.Query with { Kind = kind },
            Schedule = rule.Schedule with { LimitExecution = "* 10-18 * * 1-5", LimitExecutionCoverage = true },
        });

        await engine.RunAt("09:50");
        await engine.RestartAsync();
        await engine.RunAt("09:55");
        await engine.RunAt("10:00:02");
        await engine.RunAt("10:04");

        engine.TakeQueries().Should().Equal(
            "[10:00→10:00:02]", kind == QueryKind.Hits ? "[10:00→10:04]" : "[10:00:02→10:04]");
    }

    [Fact]
    public async Task Coverage_FirstRunIsLate_CoversThePermittedTimeSoFar()
    {
        var rule = EngineFixture.BaseRule();
        await using var engine = new EngineFixture(rule with
        {
            Schedule = rule.Schedule with { LimitExecution = "* 10-18 * * 1-5", LimitExecutionCoverage = true },
        });

        await engine.RunAt("09:50");
        await engine.RunAt("10:20");

        engine.TakeQueries().Should().Equal("[10:00→10:15]", "[10:15→10:20]");
    }
}
