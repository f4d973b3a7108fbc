using ElastAlert.Diagnostics;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Reading;
using ElastAlert.Engine.Rules;
using ElastAlert.Engine.Services;
using ElastAlert.Scheduling;
using ElastAlert.Values;

namespace ElastAlert.Engine.Runs;

/// <summary>Does what a rule that fires has to do: brings its rule type up, finishes the open run, then runs to the end that belongs to now.</summary>
/// <param name="kind">How the windows of the rule follow each other.</param>
/// <param name="warmup">Brings the rule type up.</param>
/// <param name="runner">Does runs.</param>
/// <param name="announcer">Makes them known.</param>
/// <param name="services">The log, and the start that was asked for.</param>
internal sealed class FiringRunner(WindowKind kind, RuleWarmup warmup, RuleRunner runner, RunAnnouncer announcer, EngineServices services)
{
    private DateTimeOffset? _start = services.Dependencies.Tuning.Start;
    private DateTimeOffset? _firstStart;
    private DateTimeOffset? _firstFailure;

    /// <summary>Gets what looks whether another ElastAlert runs the rule too.</summary>
    public required OtherElastAlert Other { get; init; }

    /// <summary>Takes note that a firing failed.</summary>
    /// <param name="now">Its moment.</param>
    public void Fail(DateTimeOffset now) => _firstFailure ??= now;

    /// <summary>Does it.</summary>
    /// <param name="memory">The memory of the rule; worthless when this throws.</param>
    /// <param name="now">The moment.</param>
    /// <param name="firing">What is special about this run.</param>
    /// <param name="cancellationToken">Ends the work; what is committed stays.</param>
    /// <returns>The report of the last run.</returns>
    public async Task<RunReport> RunAsync(RuleMemory memory, DateTimeOffset now, Firing firing, CancellationToken cancellationToken)
    {
        if (memory.Checkpoint.End is not null)
            _start = null;
        var rule = memory.Rule;
        var start = firing.Start ?? _start;
        await warmup.SeedAsync(memory, now, start, cancellationToken).ConfigureAwait(false);
        await warmup.WarmAsync(memory, kind, cancellationToken).ConfigureAwait(false);
        var notices = firing.Notices.ToList();
        if (await Other.LookAsync(memory.Checkpoint.End, now, cancellationToken).ConfigureAwait(false) is { } other)
            notices.Add(other);
        var isOld = memory.IsFresh && now - memory.Checkpoint.End >= rule.Schedule.OldQueryLimit;
        if (memory.Checkpoint.Open is { } open)
            await FinishAsync(memory, open, now, isOld, cancellationToken).ConfigureAwait(false);

        var position = PositionOf(memory, now, isOld);
        var end = firing.End ?? now - rule.Schedule.QueryDelay;
        var plan = WindowPlanner.Plan(rule.Schedule, kind, position, firing.Start is null ? now : end, end, start);
        if (plan is null)
        {
            Log.WindowNotBegun(services.Logger, rule.Name, IsoTime.Format(position.CommittedEnd ?? position.ResumeFrom ?? end), IsoTime.Format(end));
            return new RunReport { Rule = rule.Name, StartedAt = now };
        }

        // A first run that fails is repeated from where it began, as every other run is.
        _firstStart ??= position.CommittedEnd is null ? plan.Window.Start : null;
        memory.IsFresh = false;
        if (isOld)
            notices.Add(LeftOut(memory.Checkpoint.End!.Value));
        var report = await CompleteAsync(memory, new RunRequest(now, plan) { Notices = notices }, cancellationToken).ConfigureAwait(false);
        (_start, _firstStart, _firstFailure) = (null, null, null);
        return report;
    }

    private static string LeftOut(DateTimeOffset end) =>
        $"The last run ended at {IsoTime.Format(end)}, which is older than old_query_limit: what lies between is left out";

    private WindowPosition PositionOf(RuleMemory memory, DateTimeOffset now, bool isOld)
    {
        var position = memory.Checkpoint.ToPosition();
        if (isOld)
            position = position with { CommittedEnd = null, MinimumStart = null };
        return position is { CommittedEnd: null, ResumeFrom: null }
            ? position with { ResumeFrom = _firstStart ?? MissedStart(memory.Rule, position, now) }
            : position;
    }

    // A first run that could not even begin, because the store was away, would have begun here.
    private DateTimeOffset? MissedStart(Rule rule, WindowPosition position, DateTimeOffset now) =>
        RuleParts.ExecutionSchedule(rule) is null && _firstFailure is { } first && now - first < rule.Schedule.OldQueryLimit
            ? WindowPlanner.Plan(rule.Schedule, kind, position, first, first - rule.Schedule.QueryDelay, explicitStart: null)?.Window.Start
            : null;

    // An open run that is too old is not asked for any more, but what it has found is decided all the same.
    private Task<RunReport> FinishAsync(RuleMemory memory, OpenRun open, DateTimeOffset now, bool isOld, CancellationToken cancellationToken)
    {
        var plan = isOld || open.IsDeciding || open.End <= open.Next ? null : WindowPlanner.Cut(memory.Rule.Schedule, kind, open.Next, open.End);
        plan ??= new RunPlan { Window = new TimeWindow(open.Next, open.Next), Segments = [] };
        plan = plan with { BucketOffset = memory.Checkpoint.BucketOffset };
        return CompleteAsync(memory, new RunRequest(now, plan) { Continues = open }, cancellationToken);
    }

    private async Task<RunReport> CompleteAsync(RuleMemory memory, RunRequest request, CancellationToken cancellationToken)
    {
        var report = await runner.RunAsync(memory, request, cancellationToken).ConfigureAwait(false);
        announcer.Announce(memory.Rule, report);
        return report;
    }
}
