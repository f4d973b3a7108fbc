using Microsoft.Extensions.Logging;

namespace ElastAlert.Configuration;

/// <summary>Takes from a Python logging configuration what this engine can honour: levels, console and file, the form of a line.</summary>
internal static class LoggingReader
{
    public static LoggingOptions? Read(OptionReader reader)
    {
        if (reader.Value("logging") is not { Kind: OptionKind.Map } logging)
            return null;
        var handlers = Section(logging.Members, "handlers");
        return new LoggingOptions
        {
            Levels = Section(logging.Members, "loggers").Concat(Root(logging.Members))
                .Select(logger => (logger.Key, Level: Level(reader, logger.Value)))
                .Where(static logger => logger.Level is not null)
                .ToDictionary(static logger => logger.Key, static logger => logger.Level!.Value, StringComparer.Ordinal),
            WritesToConsole = handlers.Any(static handler => IsOf(handler.Value, "StreamHandler")),
            Files = [.. handlers.Where(static handler => IsOf(handler.Value, "FileHandler")).Select(static handler => handler.Value.Members.Text("filename")).OfType<string>()],
            Format = Section(logging.Members, "formatters").Select(static formatter => formatter.Value.Members.Text("format")).FirstOrDefault(static format => format is not null),
        };
    }

    private static IEnumerable<KeyValuePair<string, OptionValue>> Root(OptionMap logging) =>
        logging.TryGetValue("root", out var root) ? [new("", root)] : [];

    private static OptionMap Section(OptionMap logging, string name) => logging.TryGetValue(name, out var section) ? section.Members : OptionMap.Empty;

    private static bool IsOf(OptionValue handler, string kind) => handler.Members.Text("class")?.EndsWith(kind, StringComparison.Ordinal) == true;

    private static LogLevel? Level(OptionReader reader, OptionValue logger)
    {
        if (logger.Members.Text("level") is not { } text)
            return null;
        LogLevel? level = text.ToUpperInvariant() switch
        {
            "NOTSET" => LogLevel.Trace,
            "DEBUG" => LogLevel.Debug,
            "INFO" => LogLevel.Information,
            "WARN" or "WARNING" => LogLevel.Warning,
            "ERROR" => LogLevel.Error,
            "CRITICAL" or "FATAL" => LogLevel.Critical,
            _ => null,
        };
        if (level is null)
            reader.Problems.Warn(logger.Location, "logging", $"names the level '{text}', which does not exist; it is left out.", "Use DEBUG, INFO, WARNING, ERROR or CRITICAL.");
        return level;
    }
}
