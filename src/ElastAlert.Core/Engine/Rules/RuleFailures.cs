using ElastAlert.Diagnostics;
using ElastAlert.Engine.Commits;
using ElastAlert.Engine.Reading;
using ElastAlert.Engine.Services;

namespace ElastAlert.Engine.Rules;

/// <summary>Says what a step that failed means for its rule: who is told, and whether the rule goes on.</summary>
/// <param name="rule">The rule.</param>
/// <param name="services">The log and what makes errors known.</param>
/// <param name="health">How the rule is doing.</param>
internal sealed class RuleFailures(Rule rule, EngineServices services, RuleHealth health)
{
    /// <summary>Takes note of a failure.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>What went wrong, in a line.</returns>
    public async Task<string> HandleAsync(Exception exception)
    {
        switch (exception)
        {
            case CommitConflictException:
                return Degrade(exception.Message);
            case StoreException:
                Log.StoreFailed(services.Logger, rule.Name, exception.Message, exception);
                return Degrade(exception.Message);
            case StateFormatException:
                Log.StateUnreadable(services.Logger, rule.Name, exception.Message);
                await services.Errors.ReportAsync(exception.Message, rule.Name, exception).ConfigureAwait(false);
                health.Set(RuleCondition.StateUnreadable, exception.Message);
                return exception.Message;
            case SearchException or QueryFailedException:
                var message = QueryError.Message(rule, exception.Message);
                var failed = exception as QueryFailedException;
                await services.Errors.ReportAsync(message, rule.Name, failed?.InnerException ?? exception, failed?.Query ?? default).ConfigureAwait(false);
                return Degrade(message);
            case ElastAlertException:
                await services.Errors.ReportAsync($"Error running rule {rule.Name}: {exception.Message}", rule.Name, exception).ConfigureAwait(false);
                return Degrade(exception.Message);
            default:
                await DisableAsync(exception).ConfigureAwait(false);
                return exception.Message;
        }
    }

    private string Degrade(string reason)
    {
        health.Set(RuleCondition.Degraded, reason);
        return reason;
    }

    private async Task DisableAsync(Exception exception)
    {
        var isDisabled = rule.Alerting.DisableRulesOnError;
        Log.RuleFailed(services.Logger, rule.Name, exception.Message, exception);
        health.Set(isDisabled ? RuleCondition.Failed : RuleCondition.Degraded, $"Uncaught exception: {exception.Message}");
        await services.Errors.ReportFailureAsync(rule, isDisabled, exception).ConfigureAwait(false);
    }
}
