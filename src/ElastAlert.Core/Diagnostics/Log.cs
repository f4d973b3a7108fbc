using Microsoft.Extensions.Logging;

namespace ElastAlert.Diagnostics;

/// <summary>Is every line that the engine logs (engine.md 1.8 for those that users grep for).</summary>
internal static partial class Log
{
    /// <summary>Names the logger of the engine.</summary>
    public const string EngineCategory = "elastalert";

    [LoggerMessage(1, LogLevel.Information, "Starting up")]
    public static partial void EngineStarted(ILogger logger);

    [LoggerMessage(2, LogLevel.Information, "{Count} rules loaded")]
    public static partial void RulesLoaded(ILogger logger, int count);

    [LoggerMessage(3, LogLevel.Information, "Disabled rules are: {Rules}")]
    public static partial void RulesDisabled(ILogger logger, string rules);

    [LoggerMessage(4, LogLevel.Information, "Background configuration change check run at {Moment}")]
    public static partial void ReloadChecked(ILogger logger, string moment);

    [LoggerMessage(5, LogLevel.Warning, "{Problem}")]
    public static partial void RuleProblemFound(ILogger logger, RuleProblem problem);

    [LoggerMessage(6, LogLevel.Error, "Rules could not be loaded; the rules that run stay as they are: {Reason}")]
    public static partial void ReloadFailed(ILogger logger, string reason, Exception exception);

    [LoggerMessage(7, LogLevel.Information, "Rule {RuleName} was {Change}")]
    public static partial void RuleChanged(ILogger logger, string ruleName, string change);

    [LoggerMessage(8, LogLevel.Error, "{Problem}")]
    public static partial void RuleErrorFound(ILogger logger, RuleProblem problem);

    [LoggerMessage(10, LogLevel.Information, "Queried rule {RuleName} from {From} to {To}: {Total} / {Page} hits")]
    public static partial void HitsQueried(ILogger logger, string ruleName, string from, string to, long total, long page);

    [LoggerMessage(11, LogLevel.Information, "Queried rule {RuleName} from {From} to {To}: {Count} hits")]
    public static partial void CountQueried(ILogger logger, string ruleName, string from, string to, long count);

    [LoggerMessage(12, LogLevel.Information, "Queried rule {RuleName} from {From} to {To}: {Count} buckets")]
    public static partial void BucketsQueried(ILogger logger, string ruleName, string from, string to, long count);

    [LoggerMessage(
        13,
        LogLevel.Information,
        "Ran {RuleName} from {From} to {To}: {Hits} query hits ({AlreadySeen} already seen), {Matches} matches, {Alerts} alerts sent")]
    public static partial void RuleRan(
        ILogger logger, string ruleName, string from, string to, long hits, long alreadySeen, long matches, int alerts);

    [LoggerMessage(14, LogLevel.Information, "{RuleName} range {Seconds}")]
    public static partial void RunRange(ILogger logger, string ruleName, double seconds);

    [LoggerMessage(15, LogLevel.Information, "Ignoring match for silenced rule {SilenceKey}")]
    public static partial void MatchSilenced(ILogger logger, string silenceKey);

    [LoggerMessage(16, LogLevel.Warning, "Querying from {From} to {To} took longer than the {RunEvery} between runs of {RuleName}")]
    public static partial void RunTookLong(ILogger logger, string ruleName, string from, string to, TimeSpan runEvery);

    [LoggerMessage(17, LogLevel.Warning, "Rule {RuleName} has nothing to ask for: its window begins at {Start}, which is not before {End}")]
    public static partial void WindowNotBegun(ILogger logger, string ruleName, string start, string end);

    [LoggerMessage(18, LogLevel.Warning, "Rule {RuleName}: {Notice}")]
    public static partial void RunNoticed(ILogger logger, string ruleName, string notice);

    [LoggerMessage(19, LogLevel.Warning, "Rule {RuleName} left out what it cannot use: {Reason} ({Count} times, first in {Example})")]
    public static partial void DataSkipped(ILogger logger, string ruleName, string reason, long count, string example);

    [LoggerMessage(20, LogLevel.Error, "{Message}")]
    public static partial void ErrorHandled(ILogger logger, string message, Exception? exception);

    [LoggerMessage(21, LogLevel.Error, "Rule {RuleName} was disabled: {Reason}")]
    public static partial void RuleFailed(ILogger logger, string ruleName, string reason, Exception exception);

    [LoggerMessage(22, LogLevel.Warning, "Rule {RuleName} is run by {Owner} until {Until}; this process waits")]
    public static partial void RuleOwnedElsewhere(ILogger logger, string ruleName, string owner, DateTimeOffset until);

    [LoggerMessage(23, LogLevel.Warning, "Rule {RuleName} lost its state to another owner; it is loaded again")]
    public static partial void CommitConflicted(ILogger logger, string ruleName);

    [LoggerMessage(24, LogLevel.Error, "Rule {RuleName} was stopped: {Reason}")]
    public static partial void StateUnreadable(ILogger logger, string ruleName, string reason);

    [LoggerMessage(25, LogLevel.Error, "Rule {RuleName} could not reach its state: {Reason}")]
    public static partial void StoreFailed(ILogger logger, string ruleName, string reason, Exception exception);

    [LoggerMessage(26, LogLevel.Error, "{Count} records could not be written to the history; they are tried again: {Reason}")]
    public static partial void HistoryFailed(ILogger logger, int count, string reason, Exception exception);

    [LoggerMessage(27, LogLevel.Information, "Rule {RuleName} took over the state of an earlier ElastAlert: end {End}, {Alerts} alerts")]
    public static partial void StateImported(ILogger logger, string ruleName, DateTimeOffset? end, int alerts);

    [LoggerMessage(28, LogLevel.Information, "Rule {RuleName} may not run now; it sleeps until {Until}")]
    public static partial void RulePaused(ILogger logger, string ruleName, DateTimeOffset? until);

    [LoggerMessage(29, LogLevel.Error, "A failure could not be notified: {Reason}")]
    public static partial void NotificationFailed(ILogger logger, string reason, Exception exception);

    [LoggerMessage(30, LogLevel.Information, "Rule {RuleName} delivered alert {AlertId} through {Channel}")]
    public static partial void AlertDelivered(ILogger logger, string ruleName, string alertId, string channel);

    [LoggerMessage(31, LogLevel.Warning, "Rule {RuleName} could not deliver alert {AlertId} through {Channel}, next attempt {Next}: {Reason}")]
    public static partial void DeliveryFailed(
        ILogger logger, string ruleName, string alertId, string channel, DateTimeOffset next, string reason);

    [LoggerMessage(32, LogLevel.Error, "Rule {RuleName} gave up alert {AlertId} on {Channel}: {Reason}")]
    public static partial void AlertDead(ILogger logger, string ruleName, string alertId, string channel, string reason);

    [LoggerMessage(33, LogLevel.Error, "Rule {RuleName} could not record deliveries, which is tried again: {Reason}")]
    public static partial void OutboxFailed(ILogger logger, string ruleName, string reason, Exception exception);

    [LoggerMessage(34, LogLevel.Information, "Background alerts thread {Count} pending alerts sent at {Moment}")]
    public static partial void HeldAlertsSent(ILogger logger, int count, string moment);

    [LoggerMessage(35, LogLevel.Information, "Alert for {RuleName} at {Moment}:\n{Body}")]
    public static partial void AlertNotSent(ILogger logger, string ruleName, string moment, string body);

    [LoggerMessage(36, LogLevel.Error, "The history refused records for good; they are left out: {Reason}")]
    public static partial void HistoryRefused(ILogger logger, string reason, Exception exception);

    [LoggerMessage(37, LogLevel.Warning, "Rule {RuleName} took over {Count} documents that could not be removed where they were, which is tried again: {Reason}")]
    public static partial void ImportNotRemoved(ILogger logger, string ruleName, int count, string reason, Exception exception);

    [LoggerMessage(40, LogLevel.Warning, "Certificates of {Nodes} are not verified: anybody may answer in their place (verify_certs: false)")]
    public static partial void CertificatesNotVerified(ILogger logger, string nodes);
}
