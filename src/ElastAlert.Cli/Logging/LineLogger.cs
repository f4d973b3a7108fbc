using Microsoft.Extensions.Logging;

namespace ElastAlert.Cli.Logging;

/// <summary>Writes the log lines of one logger.</summary>
internal sealed class LineLogger(string name, TextWriter writer) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        var line = $"{NameOf(logLevel)}:{name}:{formatter(state, exception)}";
        writer.WriteLine(exception is null ? line : $"{line}{Environment.NewLine}{exception}");
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARNING",
        LogLevel.Error => "ERROR",
        _ => "CRITICAL",
    };
}
