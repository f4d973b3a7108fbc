using ElastAlert.Alerters.Debug;
using ElastAlert.Testing;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Core.Tests.Alerters.Debug;

/// <summary>Shows what the debug alerter logs.</summary>
public sealed class DebugAlerterTests
{
    [Fact]
    public async Task SendAsync_WithoutQueryKey_LogsTheTimeOfTheMatchAndTheBody()
    {
        var logger = new ListLogger();

        await new DebugAlerter(logger).SendAsync(Some.Alert(Some.Rule("ssh")), CancellationToken.None);

        logger.Lines.Should().Equal("Information Alert for ssh at 2024-05-01T12:00:00Z:", "Information ssh\n\n");
    }

    [Fact]
    public async Task SendAsync_QueryKeyIsAMember_LogsItsValue()
    {
        var logger = new ListLogger();
        var rule = Some.Rule("ssh");
        rule = rule with { Query = rule.Query with { QueryKey = "host" } };

        await new DebugAlerter(logger).SendAsync(Some.Alert(rule, Some.Match("""{"host":"web-1"}""")), CancellationToken.None);

        logger.Lines[0].Should().Be("Information Alert for ssh, web-1 at 2024-05-01T12:00:00Z:");
    }

    private sealed class ListLogger : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel} {formatter(state, exception)}");
    }
}
