namespace ElastAlert.Testing.StateStores;

/// <summary>Checks that a commit replaces the state of a rule in one step, or does nothing.</summary>
internal static class CommitChecks
{
    public static Dictionary<string, Func<StateStoreSubject, CancellationToken, Task>> All { get; } = new()
    {
        ["a rule without a commit has no state"] = NothingAsync,
        ["the last commit is what is loaded"] = RoundTripAsync,
        ["another process loads the same"] = ReopenedAsync,
        ["repeating a commit is Committed and changes nothing"] = RepeatedAsync,
        ["a commit that builds on an older one is a conflict and changes nothing"] = StaleAsync,
        ["a second first commit is a conflict"] = SecondFirstAsync,
        ["a commit that builds on one that never was is a conflict"] = UnknownPreviousAsync,
        ["a conflict leaves no alert"] = ConflictAlertAsync,
        ["another owner takes over with epoch and end of its lease"] = TakeOverAsync,
        ["a cancelled commit ends"] = CancelledAsync,
    };

    private static async Task NothingAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        Expect.Equal(null, await subject.Store.LoadAsync("a", cancellationToken).ConfigureAwait(false), "The state of an unknown rule");
        Expect.Equal(0, (await subject.Outbox.LoadAsync("a", true, cancellationToken).ConfigureAwait(false)).Count, "The alerts of an unknown rule");
        Expect.Equal(0, (await subject.Store.LoadPartsAsync("", cancellationToken).ConfigureAwait(false)).Count, "The rules with parts");
    }

    private static async Task RoundTripAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        for (var i = 0; i < 5; i++)
        {
            await rule.CommitAsync(subject.Store, rule.Next(), cancellationToken).ConfigureAwait(false);
            await rule.ExpectAsync(subject.Store, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ReopenedAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        await rule.CommitAsync(subject.Store, rule.Next(RuleScript.Part("seen/1", "x")), cancellationToken).ConfigureAwait(false);

        var other = subject.OpenAgain();
        await rule.ExpectAsync(other.Store, cancellationToken).ConfigureAwait(false);
        await rule.CommitAsync(other.Store, rule.Next(RuleScript.Part("seen/1", "y")), cancellationToken).ConfigureAwait(false);

        await rule.ExpectAsync(subject.Store, cancellationToken).ConfigureAwait(false);
    }

    private static async Task RepeatedAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        var first = await rule.CommitAsync(subject.Store, rule.Next(RuleScript.Part("seen/1", "x")) with { Alerts = [rule.Alert()] }, cancellationToken)
            .ConfigureAwait(false);
        await subject.Outbox.RecordAsync([new OutboxChange.Removed("a", first.Alerts[0].Id)], cancellationToken).ConfigureAwait(false);

        foreach (var store in new[] { subject.Store, subject.OpenAgain().Store })
            Expect.Equal(CommitOutcome.Committed, await store.CommitAsync(first, cancellationToken).ConfigureAwait(false), "A repeated commit");

        await rule.ExpectAsync(subject.Store, cancellationToken).ConfigureAwait(false);
        var alerts = await subject.Outbox.LoadAsync("a", includeDead: true, cancellationToken).ConfigureAwait(false);
        Expect.Equal(0, alerts.Count, "The alerts after a repeated commit whose alert was removed");
    }

    private static async Task StaleAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        await rule.CommitAsync(subject.Store, rule.Next(RuleScript.Part("seen/1", "x")), cancellationToken).ConfigureAwait(false);
        var stale = rule.Next(RuleScript.Part("seen/1", "stale"), RuleScript.Part("seen/2", "stale"));
        await rule.CommitAsync(subject.OpenAgain().Store, rule.Next(RuleScript.Part("seen/1", "y")), cancellationToken).ConfigureAwait(false);

        Expect.Equal(CommitOutcome.Conflict, await subject.Store.CommitAsync(stale, cancellationToken).ConfigureAwait(false), "A stale commit");

        await rule.ExpectAsync(subject.Store, cancellationToken).ConfigureAwait(false);
        await rule.CommitAsync(subject.Store, rule.Next(), cancellationToken).ConfigureAwait(false);
    }

    private static async Task SecondFirstAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        var loser = rule.Next(RuleScript.Part("seen/1", "loser"));
        await rule.CommitAsync(subject.OpenAgain().Store, rule.Next(), cancellationToken).ConfigureAwait(false);

        Expect.Equal(CommitOutcome.Conflict, await subject.Store.CommitAsync(loser, cancellationToken).ConfigureAwait(false), "A second first commit");

        await rule.ExpectAsync(subject.Store, cancellationToken).ConfigureAwait(false);
    }

    private static async Task UnknownPreviousAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var commit = new RuleScript("a").Next() with { PreviousCommitId = "never" };

        Expect.Equal(CommitOutcome.Conflict, await subject.Store.CommitAsync(commit, cancellationToken).ConfigureAwait(false), "A commit on nothing");

        Expect.Equal(null, await subject.Store.LoadAsync("a", cancellationToken).ConfigureAwait(false), "The state after a conflict");
    }

    private static async Task ConflictAlertAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        await rule.CommitAsync(subject.Store, rule.Next(), cancellationToken).ConfigureAwait(false);
        var conflicting = rule.Next() with { PreviousCommitId = null, Alerts = [rule.Alert()] };

        Expect.Equal(CommitOutcome.Conflict, await subject.Store.CommitAsync(conflicting, cancellationToken).ConfigureAwait(false), "A stale commit");

        var alerts = await subject.OpenAgain().Outbox.LoadAsync(rule: null, includeDead: true, cancellationToken).ConfigureAwait(false);
        Expect.Equal(0, alerts.Count, "The alerts after a conflict");
    }

    private static async Task TakeOverAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        await rule.CommitAsync(subject.Store, rule.Next(), cancellationToken).ConfigureAwait(false);
        var other = subject.OpenAgain().Store;

        var lease = new RuleLease("owner-b ☃", long.MaxValue, DateTimeOffset.MaxValue);
        await rule.CommitAsync(other, rule.Next() with { Lease = lease }, cancellationToken).ConfigureAwait(false);

        await rule.ExpectAsync(subject.Store, cancellationToken).ConfigureAwait(false);
    }

    private static Task CancelledAsync(StateStoreSubject subject, CancellationToken cancellationToken) =>
        Expect.CanceledAsync(cancelled => subject.Store.CommitAsync(new RuleScript("a").Next(), cancelled), "A commit");
}
