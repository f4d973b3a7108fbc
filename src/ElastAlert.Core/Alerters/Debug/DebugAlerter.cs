using ElastAlert.Values;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Alerters.Debug;

/// <summary>Writes alerts to the log, so that a rule can be watched without disturbing anybody.</summary>
internal sealed partial class DebugAlerter(ILogger logger, IAlertTexts? texts = null) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            foreach (var match in alert.Matches)
                LogMatch(alert, match);
        }

        return Task.FromResult(AlertReceipt.None);
    }

    private void LogMatch(Alert alert, RuleMatch match)
    {
        var rule = alert.Rule;
        var time = match.Fields.Find(rule.Timestamp.Field).ToText();
        var key = rule.Query.QueryKey is { } name && match.Fields.TryGetMember(name, out var value) ? PythonText.Of(value) : null;
        if (key is null)
            LogAlert(rule.Name, time);
        else
            LogKeyedAlert(rule.Name, key, time);
        var text = texts?.MatchText(match) ?? alert.Body;
        LogText(text);
    }

    [LoggerMessage(EventId = 311, Level = LogLevel.Information, Message = "Alert for {RuleName} at {Time}:")]
    private partial void LogAlert(string ruleName, string time);

    [LoggerMessage(EventId = 312, Level = LogLevel.Information, Message = "Alert for {RuleName}, {Key} at {Time}:")]
    private partial void LogKeyedAlert(string ruleName, string key, string time);

    [LoggerMessage(EventId = 313, Level = LogLevel.Information, Message = "{Text}")]
    private partial void LogText(string text);
}
