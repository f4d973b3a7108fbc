using Microsoft.Extensions.Logging;

namespace ElastAlert;

/// <summary>Is what a <c>logging</c> section says that this engine can honour.</summary>
public sealed record LoggingOptions
{
    /// <summary>Gets the lowest level of each logger; the name of the root logger is empty.</summary>
    public IReadOnlyDictionary<string, LogLevel> Levels { get; init; } = new Dictionary<string, LogLevel>();

    /// <summary>Gets whether lines go to the console.</summary>
    public bool WritesToConsole { get; init; }

    /// <summary>Gets the files that lines are written to.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Gets the form of a line in Python's notation, or <see langword="null"/> for the default.</summary>
    public string? Format { get; init; }
}
