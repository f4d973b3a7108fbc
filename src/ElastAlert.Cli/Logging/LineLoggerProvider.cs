using Microsoft.Extensions.Logging;

namespace ElastAlert.Cli.Logging;

/// <summary>Writes log lines as the reference does: <c>LEVEL:logger:message</c>, with the exception on the following lines.</summary>
internal sealed class LineLoggerProvider(TextWriter writer) : ILoggerProvider
{
    private readonly TextWriter _writer = TextWriter.Synchronized(writer);

    public ILogger CreateLogger(string categoryName) => new LineLogger(NameOf(categoryName), _writer);

    public void Dispose() => _writer.Flush();

    // People who search their logs know one name for the whole engine.
    private static string NameOf(string category) =>
        category.StartsWith("ElastAlert", StringComparison.OrdinalIgnoreCase) ? "elastalert" : category;
}
