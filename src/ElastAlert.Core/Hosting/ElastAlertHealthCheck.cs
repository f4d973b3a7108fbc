using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ElastAlert.Hosting;

/// <summary>Says whether every rule runs and every alert gets out; the data names each rule that does not, with the reason.</summary>
internal sealed class ElastAlertHealthCheck(IElastAlertEngine engine) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var troubles = new Dictionary<string, object>(StringComparer.Ordinal);
        var isFailed = false;
        foreach (var status in engine.Rules)
        {
            if (TroubleOf(status) is not { } trouble)
                continue;
            troubles[status.Rule.Name] = trouble;
            isFailed |= status.Condition is RuleCondition.Failed or RuleCondition.StateUnreadable;
        }

        foreach (var problem in engine.Problems.Where(static problem => problem.Severity != RuleProblemSeverity.Warning))
            troubles.TryAdd(problem.Rule ?? problem.Location.ToString(), problem.ToString());
        return Task.FromResult(ResultOf(troubles, isFailed));
    }

    private static string? TroubleOf(RuleStatus status) => status switch
    {
        { Condition: RuleCondition.Disabled } => null,
        { Condition: not RuleCondition.Running } => $"{status.Condition}: {status.Reason}",
        { DeadLetters: > 0 } => $"{status.DeadLetters} alerts could not be delivered and wait as dead letters",
        _ => null,
    };

    private static HealthCheckResult ResultOf(Dictionary<string, object> troubles, bool isFailed)
    {
        if (troubles.Count == 0)
            return HealthCheckResult.Healthy("Every rule runs.");
        var description = $"{troubles.Count} rules need attention.";
        return isFailed ? HealthCheckResult.Unhealthy(description, data: troubles) : HealthCheckResult.Degraded(description, data: troubles);
    }
}
