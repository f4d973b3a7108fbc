using Microsoft.Extensions.Logging;

namespace ElastAlert.Hosting;

/// <summary>Writes the log lines of putting an engine together.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Warning,
        Message = "The engine '{Engine}' keeps its state in memory: a restart begins anew. Set a writeback index, or a path for SQLite")]
    public static partial void StateIsForgotten(ILogger logger, string engine);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "{Problem}")]
    public static partial void ConfigurationProblem(ILogger logger, RuleProblem problem);
}
