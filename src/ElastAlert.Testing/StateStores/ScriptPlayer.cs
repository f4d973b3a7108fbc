using System.Globalization;

namespace ElastAlert.Testing.StateStores;

/// <summary>Takes the steps of a script on two stores.</summary>
internal sealed class ScriptPlayer(StateStoreSubject actual, StateStoreSubject expected)
{
    private static readonly string[] Rules = ["a", "b", "A"];

    private readonly List<RunCommit> _commits = [];
    private readonly List<OutboxAlert> _alerts = [];
    private readonly Dictionary<string, string> _last = [];
    private StateStoreSubject _actual = actual;

    public void Reopen() => _actual = _actual.OpenAgain();

    public Task StepAsync(byte step, byte detail, CancellationToken cancellationToken) => (step % 8) switch
    {
        0 or 1 or 2 => CommitAsync(Next(detail), cancellationToken),
        3 when _commits.Count > 0 => CommitAsync(_commits[detail % _commits.Count], cancellationToken),
        4 => CommitAsync(Next(detail) with { PreviousCommitId = detail % 2 == 0 ? null : "c0" }, cancellationToken),
        5 or 6 when _alerts.Count > 0 => RecordAsync(Change(_alerts[detail / 8 % _alerts.Count], detail), cancellationToken),
        7 => ReopenAsync(),
        _ => Task.CompletedTask,
    };

    public async Task CompareAsync(CancellationToken cancellationToken)
    {
        foreach (var rule in Rules)
            await CompareStateAsync(rule, cancellationToken).ConfigureAwait(false);
        foreach (var includeDead in new[] { true, false })
            await CompareOutboxAsync(includeDead, cancellationToken).ConfigureAwait(false);
        var wanted = await expected.Store.LoadPartsAsync("p/1", cancellationToken).ConfigureAwait(false);
        var found = await _actual.Store.LoadPartsAsync("p/1", cancellationToken).ConfigureAwait(false);
        Expect.Sequence(wanted.Select(Show).Order(StringComparer.Ordinal), found.Select(Show).Order(StringComparer.Ordinal), "The parts of all rules");
    }

    private async Task CommitAsync(RunCommit commit, CancellationToken cancellationToken)
    {
        var wanted = await expected.Store.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
        Expect.Equal(wanted, await _actual.Store.CommitAsync(commit, cancellationToken).ConfigureAwait(false), $"Commit {commit.CommitId} of '{commit.Rule}'");
        if (wanted == CommitOutcome.Committed && !_commits.Contains(commit))
            _last[commit.Rule] = commit.CommitId;
        _commits.Add(commit);
        _alerts.AddRange(commit.Alerts);
    }

    private async Task CompareStateAsync(string rule, CancellationToken cancellationToken)
    {
        var wanted = await expected.Store.LoadAsync(rule, cancellationToken).ConfigureAwait(false);
        var found = await _actual.Store.LoadAsync(rule, cancellationToken).ConfigureAwait(false);
        if (wanted is null || found is null)
        {
            Expect.Equal(wanted, found, $"The state of '{rule}'");
            return;
        }

        Expect.Equal(wanted.CommitId, found.CommitId, $"The commit id of '{rule}'");
        Expect.Equal(wanted.Lease, found.Lease, $"The lease of '{rule}'");
        Expect.Equal(wanted.Checkpoint, found.Checkpoint, $"The checkpoint of '{rule}'");
        Expect.Parts(wanted.Parts.ToDictionary(part => part.Name, part => part.Content), found.Parts, $"The parts of '{rule}'");
    }

    private async Task CompareOutboxAsync(bool includeDead, CancellationToken cancellationToken)
    {
        var wanted = await expected.Outbox.LoadAsync(rule: null, includeDead, cancellationToken).ConfigureAwait(false);
        var found = await _actual.Outbox.LoadAsync(rule: null, includeDead, cancellationToken).ConfigureAwait(false);
        Expect.Sequence(wanted.Select(alert => alert.Id), found.Select(alert => alert.Id), "The alerts of the outbox");
        foreach (var (alert, same) in wanted.Zip(found))
            Expect.Alert(alert, same);
    }

    private async Task RecordAsync(OutboxChange change, CancellationToken cancellationToken)
    {
        await expected.Outbox.RecordAsync([change], cancellationToken).ConfigureAwait(false);
        await _actual.Outbox.RecordAsync([change], cancellationToken).ConfigureAwait(false);
    }

    private Task ReopenAsync()
    {
        Reopen();
        return Task.CompletedTask;
    }

    private RunCommit Next(byte detail)
    {
        var rule = Rules[detail % Rules.Length];
        var id = string.Create(CultureInfo.InvariantCulture, $"c{_commits.Count}");
        var script = new RuleScript(rule);
        var content = detail % 5 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{id} {detail}");
        return script.Next(RuleScript.Part(string.Create(CultureInfo.InvariantCulture, $"p/{detail / 3 % 12}"), content)) with
        {
            CommitId = id,
            PreviousCommitId = _last.GetValueOrDefault(rule),
            Alerts = detail % 4 == 0 ? [script.Alert(detail % 3) with { Id = id }] : [],
        };
    }

    private static OutboxChange Change(OutboxAlert alert, byte detail)
    {
        if (detail % 8 == 0)
            return new OutboxChange.Removed(alert.Rule, alert.Id);
        var entry = alert.Entries[detail % alert.Entries.Count] with { State = (OutboxEntryState)(detail % 3), Attempts = detail };
        return new OutboxChange.Updated(alert.Rule, alert.Id, entry);
    }

    private static string Show(KeyValuePair<string, IReadOnlyList<StatePart>> rule) =>
        $"{rule.Key}: {string.Join(',', rule.Value.Select(part => part.Name + "=" + Convert.ToHexString(part.Content.Span)))}";
}
