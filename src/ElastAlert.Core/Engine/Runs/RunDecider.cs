using System.Globalization;
using ElastAlert.Alerting;
using ElastAlert.Engine.Commits;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Rules;
using ElastAlert.Engine.Services;
using ElastAlert.Values;

namespace ElastAlert.Engine.Runs;

/// <summary>
/// Decides the matches of a run that was read, and completes the run. Few matches are decided in the commit that completes it; many are
/// decided group by group, each in a commit of its own, and a run that is interrupted there goes on with the groups that are left.
/// </summary>
/// <param name="gate">Decides matches.</param>
/// <param name="commits">Commits.</param>
/// <param name="waiting">Reads the matches that wait.</param>
/// <param name="services">The silences, the errors and the metrics.</param>
internal sealed class RunDecider(RuleGate gate, RuleCommits commits, WaitingReader waiting, EngineServices services)
{
    /// <summary>Decides and completes a run.</summary>
    /// <param name="run">The run, of which everything was read.</param>
    /// <param name="cancellationToken">Ends the work; what is committed stays.</param>
    public async Task<RunReport> DecideAsync(RuleRun run, CancellationToken cancellationToken)
    {
        // What the matches are stamped with is fixed before the first of several groups is decided.
        if (!run.IsDeciding && MatchLimit.OfGroup.Group(run.Undecided, static size => size).Count > 1)
            await commits.CommitAsync(run.Memory, run.AllRead(), cancellationToken).ConfigureAwait(false);
        var groups = MatchLimit.OfGroup.Group(run.Waiting, static group => (group.Matches, group.Bytes));
        var decided = new DecidedMatches(groups.Count);
        foreach (var group in groups.SkipLast(1))
        {
            var matches = await waiting.ReadAsync(group, cancellationToken).ConfigureAwait(false);
            await DecideAsync(run, run.Decided(group), matches, decided, cancellationToken).ConfigureAwait(false);
        }

        var saved = await waiting.ReadAsync(run.Waiting, cancellationToken).ConfigureAwait(false);
        return await CompleteAsync(run, [.. saved, .. run.Memory.Waiting.Items], decided, cancellationToken).ConfigureAwait(false);
    }

    private async Task DecideAsync(
        RuleRun run, CommitContent content, IReadOnlyList<RuleMatch> matches, DecidedMatches decided, CancellationToken cancellationToken)
    {
        var (batch, decisions) = await PassAsync(run, content, matches, decided, cancellationToken).ConfigureAwait(false);
        await commits.CommitAsync(run.Memory, decisions, cancellationToken).ConfigureAwait(false);
        await ReportAsync(batch).ConfigureAwait(false);
    }

    private async Task<RunReport> CompleteAsync(
        RuleRun run, IReadOnlyList<RuleMatch> matches, DecidedMatches decided, CancellationToken cancellationToken)
    {
        var (batch, content) = await PassAsync(run, run.Completed(), matches, decided, cancellationToken).ConfigureAwait(false);
        var report = run.Report(decided);
        var status = RunRecords.Status(content.CommitId, report, services.Dependencies.Time.GetUtcNow());
        await commits.CommitAsync(run.Memory, content with { Records = [.. content.Records, status] }, cancellationToken).ConfigureAwait(false);
        await ReportAsync(batch).ConfigureAwait(false);
        return report;
    }

    private async Task<(MatchBatch Batch, CommitContent Content)> PassAsync(
        RuleRun run, CommitContent content, IReadOnlyList<RuleMatch> matches, DecidedMatches decided, CancellationToken cancellationToken)
    {
        var book = new SilenceBook(services.Silences.Find);
        var (batch, held) = await gate.DecideAsync(
            Batch(run, content.CommitId, matches) with { FirstOrdinal = decided.Alerts }, book, run.Memory.Held, cancellationToken).ConfigureAwait(false);
        return (batch, content with
        {
            Held = held,
            Silences = book.Changes,
            Decisions = decided.Add(batch),
            Alerts = batch.Alerts,
            Records = [.. RunRecords.Silences(content.CommitId, book.Changes, content.Now)],
        });
    }

    private MatchBatch Batch(RuleRun run, string commitId, IReadOnlyList<RuleMatch> matches)
    {
        var hits = JsonValue.Of(run.Totals.Hits);
        var found = JsonValue.Of(run.Memory.Found);
        return new MatchBatch
        {
            Rule = run.Memory.Rule,
            Now = run.Request.Now,
            AlertTime = run.Request.Now,
            AlertIdPrefix = string.Create(CultureInfo.InvariantCulture, $"{run.Memory.Rule.Name}/{commitId}/"),
            Matches = [.. matches.Select((match, place) =>
            {
                var stamped = match with { Fields = match.Fields.With("num_hits", hits).With("num_matches", found) };
                return new GatedMatch(stamped, gate.Keys.Of(stamped)) { Alert = place };
            })],
        };
    }

    private async Task ReportAsync(MatchBatch batch)
    {
        services.Metrics.Silenced(batch.Rule.Name, batch.Matches.Count(static match => match.Decision!.Outcome == MatchOutcome.Silenced));
        foreach (var error in batch.Errors)
            await services.Errors.ReportAsync(error.Message, batch.Rule.Name, error.Exception).ConfigureAwait(false);
    }
}
