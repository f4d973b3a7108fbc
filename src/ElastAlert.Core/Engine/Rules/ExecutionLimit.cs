using ElastAlert.Diagnostics;
using ElastAlert.Engine.Commits;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Services;
using ElastAlert.Scheduling;

namespace ElastAlert.Engine.Rules;

/// <summary>Keeps a rule from running outside the minutes of its <c>limit_execution</c>.</summary>
/// <param name="rule">The rule.</param>
/// <param name="commits">Commits.</param>
/// <param name="services">The log.</param>
/// <param name="health">How the rule is doing.</param>
internal sealed class ExecutionLimit(Rule rule, RuleCommits commits, EngineServices services, RuleHealth health)
{
    private readonly Func<DateTimeOffset, DateTimeOffset?>? _schedule = RuleParts.ExecutionSchedule(rule);

    /// <summary>Decides whether the rule may run; where it may not, the time until it may is left out if the rule says so.</summary>
    /// <param name="memory">The memory of the rule.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<bool> AllowsAsync(RuleMemory memory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_schedule is null)
            return true;
        var decision = LimitExecutionPolicy.Decide(_schedule, now);
        health.PauseUntil(decision.MayRun ? null : decision.WaitUntil);
        if (decision.MayRun)
            return true;
        Log.RulePaused(services.Logger, rule.Name, decision.WaitUntil);
        if (rule.Schedule.LimitExecutionCoverage && decision.WaitUntil is { } next && LeaveOut(memory.Checkpoint, next) is { } left)
            await commits.CommitPositionAsync(memory, left, now, cancellationToken).ConfigureAwait(false);
        return false;
    }

    // A rule that never ran has no end that could be moved; its first window does not reach back.
    private static Checkpoint? LeaveOut(Checkpoint checkpoint, DateTimeOffset next) => checkpoint switch
    {
        { Open: null, End: { } end } when end < next => checkpoint with { End = next, MinimumStart = next },
        { Open: null, End: null, ResumeFrom: null } when checkpoint.MinimumStart is not { } known || known < next => checkpoint with { MinimumStart = next },
        _ => null,
    };
}
