using ElastAlert.Alerting;
using ElastAlert.Engine.Seen;

namespace ElastAlert.Engine.Memory;

/// <summary>Makes the memory of a rule from its last commit.</summary>
internal static class RuleStateReader
{
    /// <summary>Reads a state.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="stateName">The name of its state.</param>
    /// <param name="registration">Its rule type.</param>
    /// <param name="services">The services of the host.</param>
    /// <param name="state">The last commit, or <see langword="null"/> where there is none.</param>
    /// <param name="beginAnew">Whether windows, position and what was seen are forgotten.</param>
    /// <exception cref="StateFormatException">The state cannot be read.</exception>
    public static RuleMemory Read(
        Rule rule, string stateName, RuleTypeRegistration registration, IServiceProvider services, RuleState? state, bool beginAnew)
    {
        var context = new RuleTypeContext(rule, services);
        var memory = new RuleMemory
        {
            Rule = rule,
            StateName = stateName,
            Needs = registration.Describe(rule),
            RuleType = registration.Create(context),
            Skipped = context.Skipped,
            Seen = new SeenLedger(rule.Schedule.BufferTime),
        };
        var detection = DetectionFingerprint.Of(rule);
        if (state is null)
        {
            memory.Checkpoint = new Checkpoint { Detection = detection };
            return memory;
        }

        var checkpoint = CheckpointCodec.Read(rule.Name, state.Checkpoint.Span);
        ReadParts(memory, checkpoint, state.Parts);
        checkpoint = checkpoint with { Held = [] };
        if (beginAnew)
            BeginAnew(memory, checkpoint, detection, state.Parts);
        else
            RestoreRuleType(memory, checkpoint, detection, state.Parts);
        return memory;
    }

    // Matches that wait for the end of a run were found: a rule that begins anew decides them first.
    private static void BeginAnew(RuleMemory memory, Checkpoint checkpoint, string detection, IReadOnlyList<StatePart> parts)
    {
        memory.Seen.Clear();
        memory.LastSeed = null;
        memory.Obsolete.AddRange(parts.Select(static part => part.Name).Where(IsOfRuleType));
        memory.Checkpoint = new Checkpoint
        {
            Detection = detection,
            Open = checkpoint.Open is { } open ? open with { End = open.Next } : null,
            Incomplete = [],
            Imported = checkpoint.Imported,
            NextPart = checkpoint.NextPart,
        };
    }

    private static bool IsOfRuleType(string part) =>
        part.StartsWith(PartNames.RuleType, StringComparison.Ordinal) || part == PartNames.Seed;

    private static void ReadParts(RuleMemory memory, Checkpoint checkpoint, IReadOnlyList<StatePart> parts)
    {
        var byName = parts.ToDictionary(static part => part.Name, StringComparer.Ordinal);
        memory.Seen.Restore(parts);
        memory.Silences.Restore(parts.Where(static part => part.Name.StartsWith(SilenceLog.Prefix, StringComparison.Ordinal)));
        memory.Decisions.Restore(parts);
        memory.Held = memory.HeldLog.Restore(parts);
        ReadHeads(memory, checkpoint.Held, byName);
        if (byName.TryGetValue(PartNames.Records, out var records))
            memory.Unrecorded = HistoryCodec.Read(records.Content);
        memory.HasRecordPart = memory.Unrecorded.Count > 0;
        if (byName.TryGetValue(PartNames.Seed, out var seed))
            memory.LastSeed = SeedCodec.Read(seed.Content);
    }

    // The next commit saves what is held in the notation of this version.
    private static void ReadHeads(RuleMemory memory, IReadOnlyList<HeldHead> heads, Dictionary<string, StatePart> parts)
    {
        foreach (var head in heads)
        {
            memory.Held = memory.Held.With(new HeldAggregate(head.Id, head.Key, head.AlertTime)
            {
                Number = head.Number,
                IsEnhanced = head.IsEnhanced,
                Matches = [.. head.Parts.SelectMany(name => MatchCodec.Read(Find(parts, name)))],
            });
            memory.Obsolete.AddRange(head.Parts);
        }
    }

    private static void RestoreRuleType(RuleMemory memory, Checkpoint checkpoint, string detection, IReadOnlyList<StatePart> parts)
    {
        memory.GoesOn = checkpoint.Detection == detection;
        StatePart[] saved = [.. parts.Where(static part => part.Name.StartsWith(PartNames.RuleType, StringComparison.Ordinal))];
        if (memory.GoesOn && memory.RuleType is IRuleTypeState state)
        {
            state.Restore([.. saved.Select(static part => part with { Name = part.Name[PartNames.RuleType.Length..] })]);
            memory.Checkpoint = checkpoint;
            return;
        }

        // The windows of another version of the rule, or none at all: they are filled anew from the documents of the look-back.
        memory.Obsolete.AddRange(saved.Select(static part => part.Name));
        memory.Checkpoint = memory.GoesOn
            ? checkpoint with { IsWarm = false }
            : checkpoint with { IsWarm = false, Detection = detection, Seed = null, BucketOffset = null };
        if (!memory.GoesOn)
            memory.LastSeed = null;
    }

    private static ReadOnlyMemory<byte> Find(Dictionary<string, StatePart> parts, string name) =>
        parts.TryGetValue(name, out var part)
            ? part.Content
            : throw PartNames.Missing(name);
}
