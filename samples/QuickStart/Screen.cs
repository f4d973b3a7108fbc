using System.Globalization;
using Spectre.Console;

namespace ElastAlert.Samples.QuickStart;

/// <summary>Shows the run to a person: what was alerted when, and that the commands were called.</summary>
internal sealed class Screen
{
    private readonly Table _table = new Table().Border(TableBorder.Rounded)
        .AddColumn("Time").AddColumn("Rule").AddColumn("Host").AddColumn("What the match says");

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
    private readonly Dictionary<string, int> _alerts = new(StringComparer.Ordinal);

    public Screen(int lines, DateTimeOffset start, DateTimeOffset end)
    {
        _console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{lines:N0}[/] log lines from {start:HH:mm} to {end:HH:mm} in the embedded search server, [bold]2[/] rules, every minute.");
        _console.WriteLine();
    }

    /// <summary>Adds one delivered alert.</summary>
    public void Add(ReplayedDelivery delivery)
    {
        var match = delivery.Alert.Matches[0];
        var rule = delivery.Alert.Rule.Name;
        _alerts[rule] = _alerts.GetValueOrDefault(rule) + 1;
        _table.AddRow(
            new Text(delivery.Time.ToString("HH:mm", CultureInfo.InvariantCulture)),
            new Text(rule, new Style(rule == "error burst" ? Color.Red : Color.Yellow)),
            new Text(match.Fields.Find("host.name").ToText()),
            new Text(match.Fields.Find("message").ToText()));
    }

    /// <summary>Shows everything.</summary>
    public void Finish(IReadOnlyList<string> notifications)
    {
        _console.Write(_table);
        _console.WriteLine();
        foreach (var (rule, count) in _alerts)
            _console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{rule}[/]: {count} alerts");
        _console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"The command was started [bold]{notifications.Count}[/] times; it noted, for the last alert:");
        if (notifications.Count > 0)
            _console.MarkupLineInterpolated($"  [grey]{notifications[^1].Replace("\t", "  ", StringComparison.Ordinal)}[/]");
    }
}
