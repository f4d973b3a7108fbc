namespace ElastAlert.Testing.StateStores;

/// <summary>Checks that committed alerts are there, in order and unchanged, until they are removed.</summary>
internal static class OutboxChecks
{
    private static readonly int[] ShuffledOrdinals = [2, 0, 10, 1];

    public static Dictionary<string, Func<StateStoreSubject, CancellationToken, Task>> All { get; } = new()
    {
        ["a committed alert is in the outbox as it was committed"] = RoundTripAsync,
        ["alerts come in the order of their commits and places"] = OrderAsync,
        ["an updated entry is what is loaded, and repeating the update changes nothing"] = UpdatedAsync,
        ["channels are updated independently of each other"] = IndependentAsync,
        ["changes are applied in order"] = AppliedInOrderAsync,
        ["a removed alert is gone for good"] = RemovedAsync,
        ["dead letters are read on request only, and can be revived"] = DeadAsync,
        ["an alert that is delivered everywhere stays until it is removed"] = DeliveredAsync,
        ["alerts stay while their rule goes on committing"] = StaysAsync,
        ["another process can record without having loaded"] = RecordedElsewhereAsync,
        ["a thousand alerts of one commit are kept and recorded"] = ManyAsync,
        ["the same alert id in two rules is two alerts"] = SameIdAsync,
        ["one alert is found by its rule and id, as it is now"] = FindAsync,
        ["an alert of a commit that was a conflict is not found"] = FindUncommittedAsync,
    };

    private static async Task RoundTripAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        var alert = rule.Alert() with { Matches = new byte[100_000] };
        await rule.CommitAsync(subject.Store, rule.Next() with { Alerts = [alert] }, cancellationToken).ConfigureAwait(false);

        foreach (var outbox in new[] { subject.Outbox, subject.OpenAgain().Outbox })
        {
            Expect.Alert(alert, await SingleAsync(outbox, "a", cancellationToken).ConfigureAwait(false));
            Expect.Alert(alert, await SingleAsync(outbox, rule: null, cancellationToken).ConfigureAwait(false));
        }
    }

    private static async Task OrderAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        for (var i = 0; i < 3; i++)
        {
            var alerts = ShuffledOrdinals.Select(ordinal => rule.Alert(ordinal)).ToList();
            await rule.CommitAsync(subject.Store, rule.Next() with { Alerts = alerts }, cancellationToken).ConfigureAwait(false);
        }

        var loaded = await subject.OpenAgain().Outbox.LoadAsync("a", includeDead: false, cancellationToken).ConfigureAwait(false);

        var expected = from number in Enumerable.Range(1, 3) from ordinal in ShuffledOrdinals.Order() select $"a/{number}/{ordinal}";
        Expect.Sequence(expected, loaded.Select(alert => alert.Id), "The order of the alerts");
    }

    private static async Task UpdatedAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var alert = await CommittedAsync(subject, cancellationToken).ConfigureAwait(false);
        var updated = alert.Entries[1] with
        {
            State = OutboxEntryState.Delivered,
            Attempts = 3,
            NextAttempt = RuleScript.Start.AddSeconds(30).AddTicks(1),
            LastError = "429 \"slow down\" ☃",
            Receipt = new AlertReceipt { Values = new Dictionary<string, string> { ["ticket.key"] = "A-1", [""] = "" } },
        };

        for (var i = 0; i < 2; i++)
        {
            await subject.Outbox.RecordAsync([new OutboxChange.Updated("a", alert.Id, updated)], cancellationToken).ConfigureAwait(false);
            var loaded = await SingleAsync(subject.OpenAgain().Outbox, "a", cancellationToken).ConfigureAwait(false);
            Expect.Alert(alert with { Entries = [alert.Entries[0], updated] }, loaded);
        }

        var back = updated with { LastError = null, Receipt = new AlertReceipt(), State = OutboxEntryState.Pending };
        await subject.Outbox.RecordAsync([new OutboxChange.Updated("a", alert.Id, back)], cancellationToken).ConfigureAwait(false);
        Expect.Alert(alert with { Entries = [alert.Entries[0], back] }, await SingleAsync(subject.Outbox, "a", cancellationToken).ConfigureAwait(false));
    }

    private static async Task IndependentAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        var alert = rule.Alert(0, [.. Enumerable.Range(0, 8).Select(number => $"{number}:command")]);
        await rule.CommitAsync(subject.Store, rule.Next() with { Alerts = [alert] }, cancellationToken).ConfigureAwait(false);

        var updated = alert.Entries.Select((entry, number) => entry with { Attempts = number + 1 }).ToList();
        await Task.WhenAll(updated.Select(entry => Task.Run(
            () => subject.Outbox.RecordAsync([new OutboxChange.Updated("a", alert.Id, entry)], cancellationToken), cancellationToken))).ConfigureAwait(false);

        Expect.Alert(alert with { Entries = updated }, await SingleAsync(subject.Outbox, "a", cancellationToken).ConfigureAwait(false));
    }

    private static async Task AppliedInOrderAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var alert = await CommittedAsync(subject, cancellationToken).ConfigureAwait(false);
        var entry = alert.Entries[0];

        await subject.Outbox.RecordAsync(
            [
                new OutboxChange.Updated("a", alert.Id, entry with { Attempts = 1 }),
                new OutboxChange.Updated("a", alert.Id, alert.Entries[1] with { Attempts = 7 }),
                new OutboxChange.Updated("a", alert.Id, entry with { Attempts = 2 }),
            ],
            cancellationToken).ConfigureAwait(false);
        var loaded = await SingleAsync(subject.Outbox, "a", cancellationToken).ConfigureAwait(false);
        Expect.Sequence(["2", "7"], loaded.Entries.Select(found => $"{found.Attempts}"), "The attempts");

        await subject.Outbox.RecordAsync(
            [new OutboxChange.Updated("a", alert.Id, entry with { Attempts = 3 }), new OutboxChange.Removed("a", alert.Id)], cancellationToken).ConfigureAwait(false);
        await ExpectNoneAsync(subject, cancellationToken).ConfigureAwait(false);
    }

    private static async Task RemovedAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var alert = await CommittedAsync(subject, cancellationToken).ConfigureAwait(false);

        for (var i = 0; i < 2; i++)
        {
            await subject.Outbox.RecordAsync([new OutboxChange.Removed("a", alert.Id)], cancellationToken).ConfigureAwait(false);
            await ExpectNoneAsync(subject, cancellationToken).ConfigureAwait(false);
        }

        await subject.Outbox.RecordAsync([new OutboxChange.Updated("a", alert.Id, alert.Entries[0])], cancellationToken).ConfigureAwait(false);
        await ExpectNoneAsync(subject, cancellationToken).ConfigureAwait(false);
    }

    private static async Task DeadAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var alert = await CommittedAsync(subject, cancellationToken).ConfigureAwait(false);
        var dead = alert.Entries[0] with { State = OutboxEntryState.Dead, LastError = "gone" };
        await subject.Outbox.RecordAsync(
            [
                new OutboxChange.Updated("a", alert.Id, dead),
                new OutboxChange.Updated("a", alert.Id, alert.Entries[1] with { State = OutboxEntryState.Delivered }),
            ],
            cancellationToken).ConfigureAwait(false);

        var other = subject.OpenAgain().Outbox;
        Expect.Equal(0, (await other.LoadAsync("a", false, cancellationToken).ConfigureAwait(false)).Count, "The alerts without dead letters");
        Expect.Equal(1, (await other.LoadAsync("a", true, cancellationToken).ConfigureAwait(false)).Count, "The alerts with dead letters");

        await other.RecordAsync([new OutboxChange.Updated("a", alert.Id, dead with { State = OutboxEntryState.Pending })], cancellationToken).ConfigureAwait(false);
        Expect.Equal(1, (await subject.Outbox.LoadAsync("a", false, cancellationToken).ConfigureAwait(false)).Count, "The alerts after one was revived");
    }

    private static async Task DeliveredAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var alert = await CommittedAsync(subject, cancellationToken).ConfigureAwait(false);
        var delivered = alert.Entries.Select(entry => entry with { State = OutboxEntryState.Delivered }).ToList();

        await subject.Outbox.RecordAsync([.. delivered.Select(entry => new OutboxChange.Updated("a", alert.Id, entry))], cancellationToken).ConfigureAwait(false);

        var loaded = await SingleAsync(subject.OpenAgain().Outbox, "a", cancellationToken).ConfigureAwait(false);
        Expect.Alert(alert with { Entries = delivered }, loaded);
    }

    private static async Task StaysAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        var touched = rule.Alert(0);
        var untouched = rule.Alert(1);
        await rule.CommitAsync(subject.Store, rule.Next() with { Alerts = [touched, untouched] }, cancellationToken).ConfigureAwait(false);
        await subject.Outbox.RecordAsync([new OutboxChange.Updated("a", touched.Id, touched.Entries[0] with { Attempts = 1 })], cancellationToken).ConfigureAwait(false);

        foreach (var store in new[] { subject.Store, subject.Store, subject.OpenAgain().Store })
            await rule.CommitAsync(store, rule.Next(), cancellationToken).ConfigureAwait(false);

        var loaded = await subject.OpenAgain().Outbox.LoadAsync("a", includeDead: false, cancellationToken).ConfigureAwait(false);
        Expect.Sequence([touched.Id, untouched.Id], loaded.Select(alert => alert.Id), "The alerts after more commits");
    }

    private static async Task RecordedElsewhereAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var alert = await CommittedAsync(subject, cancellationToken).ConfigureAwait(false);
        var entry = alert.Entries[0] with { Attempts = 1 };

        await subject.OpenAgain().Outbox.RecordAsync([new OutboxChange.Updated("a", alert.Id, entry)], cancellationToken).ConfigureAwait(false);
        Expect.Alert(alert with { Entries = [entry, alert.Entries[1]] }, await SingleAsync(subject.Outbox, "a", cancellationToken).ConfigureAwait(false));

        await subject.OpenAgain().Outbox.RecordAsync([new OutboxChange.Removed("a", alert.Id)], cancellationToken).ConfigureAwait(false);
        await ExpectNoneAsync(subject, cancellationToken).ConfigureAwait(false);
    }

    private static async Task ManyAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        var alerts = Enumerable.Range(0, 1000).Select(ordinal => rule.Alert(ordinal)).ToList();
        await rule.CommitAsync(subject.Store, rule.Next() with { Alerts = alerts }, cancellationToken).ConfigureAwait(false);
        var loaded = await subject.OpenAgain().Outbox.LoadAsync("a", includeDead: false, cancellationToken).ConfigureAwait(false);
        Expect.Sequence(alerts.Select(alert => alert.Id), loaded.Select(alert => alert.Id), "The alerts");

        await subject.Outbox.RecordAsync([.. alerts.Skip(1).Select(alert => new OutboxChange.Removed("a", alert.Id))], cancellationToken).ConfigureAwait(false);

        Expect.Alert(alerts[0], await SingleAsync(subject.Outbox, "a", cancellationToken).ConfigureAwait(false));
    }

    private static async Task SameIdAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        foreach (var name in new[] { "a", "b" })
        {
            var rule = new RuleScript(name);
            var commit = rule.Next() with { Alerts = [rule.Alert() with { Id = "same" }] };
            await rule.CommitAsync(subject.Store, commit, cancellationToken).ConfigureAwait(false);
        }

        await subject.Outbox.RecordAsync([new OutboxChange.Removed("a", "same")], cancellationToken).ConfigureAwait(false);

        var left = await SingleAsync(subject.Outbox, rule: null, cancellationToken).ConfigureAwait(false);
        Expect.Equal("b", left.Rule, "The rule of the alert that is left");
    }

    private static async Task FindAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var alert = await CommittedAsync(subject, cancellationToken).ConfigureAwait(false);
        var dead = alert.Entries.Select(entry => entry with { State = OutboxEntryState.Dead, Attempts = 2 }).ToList();
        foreach (var outbox in new[] { subject.Outbox, subject.OpenAgain().Outbox })
            await ExpectFoundAsync(alert, outbox, cancellationToken).ConfigureAwait(false);

        await subject.Outbox.RecordAsync([.. dead.Select(entry => new OutboxChange.Updated("a", alert.Id, entry))], cancellationToken).ConfigureAwait(false);
        foreach (var outbox in new[] { subject.Outbox, subject.OpenAgain().Outbox })
            await ExpectFoundAsync(alert with { Entries = dead }, outbox, cancellationToken).ConfigureAwait(false);

        await subject.Outbox.RecordAsync([new OutboxChange.Removed("a", alert.Id)], cancellationToken).ConfigureAwait(false);
        foreach (var outbox in new[] { subject.Outbox, subject.OpenAgain().Outbox })
            Expect.Equal(null, await outbox.FindAsync("a", alert.Id, cancellationToken).ConfigureAwait(false), "The alert that was removed");
        Expect.Equal(null, await subject.Outbox.FindAsync("b", alert.Id, cancellationToken).ConfigureAwait(false), "The alert of a rule that has none");
    }

    private static async Task FindUncommittedAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        var lost = rule.Next() with { PreviousCommitId = "of somebody else", Alerts = [rule.Alert()] };

        Expect.Equal(CommitOutcome.Conflict, await subject.Store.CommitAsync(lost, cancellationToken).ConfigureAwait(false), "The commit");

        foreach (var outbox in new[] { subject.Outbox, subject.OpenAgain().Outbox })
            Expect.Equal(null, await outbox.FindAsync("a", lost.Alerts[0].Id, cancellationToken).ConfigureAwait(false), "The alert");
    }

    private static async Task ExpectFoundAsync(OutboxAlert alert, IOutbox outbox, CancellationToken cancellationToken)
    {
        var found = await outbox.FindAsync("a", alert.Id, cancellationToken).ConfigureAwait(false);
        Expect.Equal(true, found is not null, "Whether the alert is found");
        Expect.Alert(alert, found!);
    }

    private static async Task<OutboxAlert> CommittedAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        var alert = rule.Alert();
        await rule.CommitAsync(subject.Store, rule.Next() with { Alerts = [alert] }, cancellationToken).ConfigureAwait(false);
        return alert;
    }

    private static async Task<OutboxAlert> SingleAsync(IOutbox outbox, string? rule, CancellationToken cancellationToken)
    {
        var alerts = await outbox.LoadAsync(rule, includeDead: false, cancellationToken).ConfigureAwait(false);
        Expect.Equal(1, alerts.Count, "The number of alerts");
        return alerts[0];
    }

    private static async Task ExpectNoneAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var alerts = await subject.OpenAgain().Outbox.LoadAsync(rule: null, includeDead: true, cancellationToken).ConfigureAwait(false);
        Expect.Equal(0, alerts.Count, "The number of alerts");
    }
}
