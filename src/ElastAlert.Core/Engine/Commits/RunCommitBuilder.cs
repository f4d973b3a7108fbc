using ElastAlert.Alerting;
using ElastAlert.Engine.Memory;

namespace ElastAlert.Engine.Commits;

/// <summary>Turns what a step of a rule changed into a commit that writes no more than that.</summary>
/// <param name="decisionRetention">How long decisions about matches are kept.</param>
internal sealed class RunCommitBuilder(TimeSpan decisionRetention)
{
    /// <summary>Builds a commit. The memory is as after the commit then: drop it when the commit does not happen.</summary>
    /// <param name="memory">The memory of the rule.</param>
    /// <param name="content">What the step changed.</param>
    /// <param name="previousCommitId">The commit that it builds on, or <see langword="null"/> for the first.</param>
    /// <param name="lease">The lease that it takes or renews.</param>
    public RunCommit Build(RuleMemory memory, CommitContent content, string? previousCommitId, RuleLease lease)
    {
        var parts = memory.Obsolete.Select(static name => new StatePart(name, default)).ToList();
        memory.Obsolete.Clear();
        if (memory.RuleType is IRuleTypeState state)
            parts.AddRange(state.Save().Select(static part => part with { Name = PartNames.RuleType + part.Name }));
        parts.AddRange(memory.Seen.Save());
        if (content.Silences.Count > 0)
            memory.Silences.Add(content.Silences, memory.Rule.Alerting, content.Now);
        parts.AddRange(memory.Silences.Save());
        memory.Decisions.Add(content.Decisions, decisionRetention, content.Now);
        parts.AddRange(memory.Decisions.Save());

        var checkpoint = SaveWaiting(memory, content.Checkpoint, parts);
        memory.Held = content.Held;
        memory.HeldLog.Set(content.Held);
        parts.AddRange(memory.HeldLog.Save());
        SaveRecords(memory, content, parts);
        if (memory.LastSeed is { } seed)
            parts.Add(new StatePart(PartNames.Seed, SeedCodec.Write(seed)));

        var commit = new RunCommit
        {
            Rule = memory.StateName,
            CommitId = content.CommitId,
            PreviousCommitId = previousCommitId,
            Lease = lease,
            Checkpoint = CheckpointCodec.Write(checkpoint),
            Parts = parts,
            Alerts = Named(content.Alerts, memory.StateName),
        };
        memory.Checkpoint = checkpoint;
        return commit;
    }

    // In the outbox an alert belongs to a state, which is that of a span by hand where one found it.
    private static IReadOnlyList<OutboxAlert> Named(IReadOnlyList<OutboxAlert> alerts, string stateName) =>
        alerts.All(alert => alert.Rule == stateName) ? alerts : [.. alerts.Select(alert => alert with { Rule = stateName })];

    private static Checkpoint SaveWaiting(RuleMemory memory, Checkpoint checkpoint, List<StatePart> parts)
    {
        var found = memory.Waiting.Take();
        if (checkpoint.Open is not { } open)
        {
            var decided = memory.Checkpoint.Open?.Waiting ?? [];
            parts.AddRange(decided.SelectMany(static group => group.PartNames()).Select(static name => new StatePart(name, default)));
            return checkpoint;
        }

        var waiting = new List<WaitingGroup>(open.Waiting);
        var next = checkpoint.NextPart;
        foreach (var matches in found)
        {
            var contents = MatchLimit.OfPart.Group(matches).Select(MatchCodec.Write).ToList();
            var group = new WaitingGroup(next, contents.Count, matches.Count, matches.Sum(MatchLimit.BytesOf));
            parts.AddRange(group.PartNames().Zip(contents, static (name, content) => new StatePart(name, content)));
            waiting.Add(group);
            next += contents.Count;
        }

        return checkpoint with { NextPart = next, Open = open with { Waiting = waiting } };
    }

    // Records of an earlier commit that the history still lacks go along, so that one part holds all that is missing.
    private static void SaveRecords(RuleMemory memory, CommitContent content, List<StatePart> parts)
    {
        if (content.Records.Count == 0 && memory.Unrecorded.Count == 0 && !memory.HasRecordPart)
            return;
        HistoryDocument[] records = [.. memory.Unrecorded, .. content.Records];
        parts.Add(new StatePart(PartNames.Records, records.Length == 0 ? default : HistoryCodec.Write(records)));
        memory.Unrecorded = records;
        memory.HasRecordPart = records.Length > 0;
    }
}
