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
        if (rule.Schedule.LimitExecutionCoverage && decision.WaitUntil is { } next && memory.Checkpoint is { Open: null, End: not null } checkpoint
            && checkpoint.End < next)
        {
            await commits.CommitPositionAsync(memory, checkpoint with { End = next, MinimumStart = next }, now, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }
}
