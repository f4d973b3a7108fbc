using System.Globalization;

namespace ElastAlert.Testing.StateStores;

/// <summary>Checks that rules commit side by side, and that of two owners of one rule one wins each time.</summary>
internal static class ConcurrencyChecks
{
    public static Dictionary<string, Func<StateStoreSubject, CancellationToken, Task>> All { get; } = new()
    {
        ["many rules commit at the same time"] = ManyRulesAsync,
        ["of commits that build on the same one, exactly one is committed"] = OneWinsAsync,
        ["deliveries are recorded while the rule commits"] = RecordedWhileCommittingAsync,
    };

    private static Task ManyRulesAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var other = subject.OpenAgain();
        return Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(
            async () =>
            {
                var store = number % 2 == 0 ? subject.Store : other.Store;
                var rule = new RuleScript(string.Create(CultureInfo.InvariantCulture, $"rule {number}"));
                for (var i = 0; i < 5; i++)
                    await rule.CommitAsync(store, rule.Next(RuleScript.Part($"seen/{i}", "x")), cancellationToken).ConfigureAwait(false);
                await rule.ExpectAsync(subject.Store, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken)));
    }

    private static async Task OneWinsAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var stores = new[] { subject.Store, subject.OpenAgain().Store };
        var rule = new RuleScript("a");
        for (var round = 0; round < 5; round++)
        {
            var commits = Enumerable.Range(0, 4).Select(number => rule.Next(RuleScript.Part("winner", $"{round} {number}"))).ToList();
            var outcomes = await Task.WhenAll(commits.Select((commit, number) => Task.Run(
                () => stores[number % 2].CommitAsync(commit, cancellationToken), cancellationToken))).ConfigureAwait(false);

            Expect.Equal(1, outcomes.Count(outcome => outcome == CommitOutcome.Committed), "The number of commits that won");
            rule.Note(commits[Array.IndexOf(outcomes, CommitOutcome.Committed)]);
            await rule.ExpectAsync(subject.OpenAgain().Store, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task RecordedWhileCommittingAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        var alerts = Enumerable.Range(0, 20).Select(ordinal => rule.Alert(ordinal)).ToList();
        await rule.CommitAsync(subject.Store, rule.Next() with { Alerts = alerts }, cancellationToken).ConfigureAwait(false);

        var recording = Task.Run(
            async () =>
            {
                foreach (var alert in alerts.Skip(1))
                    await subject.Outbox.RecordAsync([new OutboxChange.Removed("a", alert.Id)], cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
        for (var i = 0; i < 10; i++)
            await rule.CommitAsync(subject.Store, rule.Next(), cancellationToken).ConfigureAwait(false);
        await recording.ConfigureAwait(false);

        var left = await subject.OpenAgain().Outbox.LoadAsync("a", includeDead: true, cancellationToken).ConfigureAwait(false);
        Expect.Sequence([alerts[0].Id], left.Select(alert => alert.Id), "The alerts that are left");
    }
}
