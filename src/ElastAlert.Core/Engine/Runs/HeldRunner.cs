using System.Globalization;
using ElastAlert.Alerting;
using ElastAlert.Engine.Commits;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Rules;

namespace ElastAlert.Engine.Runs;

/// <summary>Sends the aggregates of a rule that are due: a commit without a window.</summary>
/// <param name="gate">Prepares alerts.</param>
/// <param name="commits">Commits.</param>
internal sealed class HeldRunner(RuleGate gate, RuleCommits commits)
{
    /// <summary>Sends what is due.</summary>
    /// <param name="memory">The memory of the rule; worthless when this throws.</param>
    /// <param name="now">The moment.</param>
    /// <param name="sendAll">Whether what is not due goes too.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The number of alerts, and what went wrong and was coped with.</returns>
    public async Task<(int Alerts, IReadOnlyList<HandledError> Errors)> SendAsync(
        RuleMemory memory, DateTimeOffset now, bool sendAll, CancellationToken cancellationToken)
    {
        var commitId = Guid.NewGuid().ToString("N");
        var batches = new List<MatchBatch>();
        foreach (var aggregate in memory.Held.Due(sendAll ? DateTimeOffset.MaxValue : now).ToList())
        {
            var batch = Batch(memory.Rule, aggregate, now, commitId, batches.Sum(static batch => batch.Alerts.Count));
            batches.Add(await gate.PrepareAsync(batch, aggregate.IsEnhanced, cancellationToken).ConfigureAwait(false));
            memory.Held = memory.Held.Without(aggregate.Id);
        }

        if (batches.Count == 0)
            return (0, []);
        var content = new CommitContent
        {
            CommitId = commitId,
            Now = now,
            Checkpoint = memory.Checkpoint,
            Held = memory.Held,
            Alerts = [.. batches.SelectMany(static batch => batch.Alerts)],
            Decisions = [.. batches.SelectMany(static batch => batch.Matches).Select(static match => match.Tell())],
        };
        await commits.CommitAsync(memory, content, cancellationToken).ConfigureAwait(false);
        return (content.Alerts.Count, [.. batches.SelectMany(static batch => batch.Errors)]);
    }

    private MatchBatch Batch(Rule rule, HeldAggregate aggregate, DateTimeOffset now, string commitId, int ordinal) => new()
    {
        Rule = rule,
        Now = now,
        AlertTime = aggregate.AlertTime,
        AlertIdPrefix = string.Create(CultureInfo.InvariantCulture, $"{rule.Name}/{commitId}/"),
        AlertId = aggregate.Id,
        FirstOrdinal = ordinal,
        Matches = [.. aggregate.Matches.Select(match => new GatedMatch(match, gate.Keys.Of(match)) { Alert = 0 })],
    };
}
