using System.CommandLine;

namespace ElastAlert.Cli.Commands;

/// <summary>Is the set of flags of <c>test-rule</c> (engine.md 7.2).</summary>
internal sealed class TestRuleOptions
{
    public TestRuleOptions(TimeProvider time)
    {
        Start = new("--start") { Description = "The start of the span (ISO 8601, or NOW).", CustomParser = result => Period.ParseMoment(result, time) };
        End = new("--end") { Description = "The end of the span (ISO 8601, or NOW).", CustomParser = result => Period.ParseMoment(result, time) };
    }

    public Argument<string> Rule { get; } = new("rule") { Description = "The rule file." };

    public Option<string?> Config { get; } = new("--config") { Description = "The configuration; config.yaml when it is there.", HelpName = "FILE" };

    public Option<bool> SchemaOnly { get; } = new("--schema-only") { Description = "Load the rule and stop." };

    public Option<int> Days { get; } = new("--days") { Description = "How many days the span goes back." };

    public Option<DateTimeOffset?> Start { get; }

    public Option<DateTimeOffset?> End { get; }

    public Option<bool> CountOnly { get; } = new("--count-only") { Description = "Stop after looking at the data." };

    public Option<string?> Data { get; } = new("--data") { Description = "Documents from a file (a JSON list, or one object) instead of a cluster.", HelpName = "FILE" };

    public Option<string?> SaveJson { get; } = new("--save-json") { Description = "Keep the documents in a file.", HelpName = "FILE" };

    public Option<bool> UseDownloaded { get; } = new("--use-downloaded") { Description = "Run on the documents kept by --save-json." };

    public Option<int> MaxQuerySize { get; } = new("--max-query-size") { Description = "How many documents are kept at the most.", DefaultValueFactory = _ => 10_000 };

    public Option<bool> Alert { get; } = new("--alert") { Description = "Send real alerts." };

    public Option<bool> FormattedOutput { get; } = new("--formatted-output") { Description = "One JSON object instead of text." };

    public Option<bool> StopError { get; } = new("--stop-error") { Description = "Stop at the first error, with its exit code." };

    public IEnumerable<Option> All =>
        [Config, SchemaOnly, Days, Start, End, CountOnly, Data, SaveJson, UseDownloaded, MaxQuerySize, Alert, FormattedOutput, StopError];
}
