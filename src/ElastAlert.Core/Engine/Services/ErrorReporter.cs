using ElastAlert.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Engine.Services;

/// <summary>Makes errors known: in the log, in the metrics, as a record, and to people where they asked for it (engine.md 5.10, 5.11).</summary>
/// <param name="options">The global configuration.</param>
/// <param name="history">The history, or <see langword="null"/>.</param>
/// <param name="notifier">What tells people, or <see langword="null"/>.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="logger">The log.</param>
/// <param name="time">The clock.</param>
internal sealed class ErrorReporter(
    GlobalOptions options, IHistory? history, IFailureNotifier? notifier, EngineMetrics metrics, ILogger logger, TimeProvider time)
{
    /// <summary>Reports an error that was handled.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="rule">The name of the rule, or <see langword="null"/>.</param>
    /// <param name="exception">What was thrown, or <see langword="null"/>.</param>
    /// <param name="query">The query that failed: a JSON object in UTF-8, or empty.</param>
    public async Task ReportAsync(string message, string? rule, Exception? exception, ReadOnlyMemory<byte> query = default)
    {
        Log.ErrorHandled(logger, message, exception);
        metrics.Error();
        await RecordAsync(RunRecords.Error(message, new ErrorData(rule, query), exception, time.GetUtcNow())).ConfigureAwait(false);
        if (options.NotifyAllErrors)
            await NotifyAsync(new FailureNotification(message, time.GetUtcNow()) { Trace = exception?.ToString() }).ConfigureAwait(false);
    }

    /// <summary>Reports that an unexpected exception ended a run of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="isDisabled">Whether the rule was stopped.</param>
    /// <param name="exception">What was thrown.</param>
    public async Task ReportFailureAsync(Rule rule, bool isDisabled, Exception exception)
    {
        var message = $"Uncaught exception running rule {rule.Name}: {exception.Message}";
        await ReportAsync(message, rule.Name, exception).ConfigureAwait(false);
        await NotifyAsync(new FailureNotification(message, time.GetUtcNow())
        {
            Rule = rule,
            IsRuleDisabled = isDisabled,
            Trace = exception.ToString(),
        }).ConfigureAwait(false);
    }

    private async Task RecordAsync(HistoryDocument document)
    {
        if (history is null)
            return;
        try
        {
            await history.WriteAsync([document], CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // A store border: an error that cannot be recorded is in the log all the same.
            Log.HistoryFailed(logger, 1, exception.Message, exception);
        }
    }

    private async Task NotifyAsync(FailureNotification notification)
    {
        if (notifier is null)
            return;
        try
        {
            await notifier.NotifyAsync(notification, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The border to alerters: a notification that fails must not stop a rule.
            Log.NotificationFailed(logger, exception.Message, exception);
        }
    }
}
