using ElastAlert.Alerting;

namespace ElastAlert.Engine;

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
        checkpoint = SaveHeld(memory, checkpoint, content.Held, parts);
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
        if (checkpoint.Open is null)
        {
            parts.AddRange((memory.Checkpoint.Open?.Waiting ?? []).Select(static name => new StatePart(name, default)));
            memory.Waiting.Clear();
            return checkpoint;
        }

        if (memory.Waiting.Count == 0)
            return checkpoint;
        var part = new StatePart(PartNames.Waiting(checkpoint.NextPart), MatchCodec.Write(memory.Waiting));
        parts.Add(part);
        memory.Waiting.Clear();
        return checkpoint with
        {
            NextPart = checkpoint.NextPart + 1,
            Open = checkpoint.Open with { Waiting = [.. checkpoint.Open.Waiting, part.Name] },
        };
    }

    private static Checkpoint SaveHeld(RuleMemory memory, Checkpoint checkpoint, HeldAggregates held, List<StatePart> parts)
    {
        var before = memory.Checkpoint.Held.ToDictionary(static head => head.Id, StringComparer.Ordinal);
        var next = checkpoint.NextPart;
        var heads = new List<HeldHead>();
        foreach (var aggregate in held.Items)
        {
            var known = before.GetValueOrDefault(aggregate.Id)
                ?? new HeldHead(aggregate.Id, aggregate.Key, aggregate.AlertTime, aggregate.Number, aggregate.IsEnhanced, 0, []);
            before.Remove(aggregate.Id);
            if (aggregate.Matches.Count > known.Matches)
            {
                var part = new StatePart(PartNames.Held(next++), MatchCodec.Write([.. aggregate.Matches.Skip(known.Matches)]));
                parts.Add(part);
                known = known with { Matches = aggregate.Matches.Count, Parts = [.. known.Parts, part.Name] };
            }

            heads.Add(known);
        }

        parts.AddRange(before.Values.SelectMany(static head => head.Parts).Select(static name => new StatePart(name, default)));
        memory.Held = held;
        return checkpoint with { NextPart = next, Held = heads };
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
