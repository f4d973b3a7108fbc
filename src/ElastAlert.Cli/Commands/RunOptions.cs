using System.CommandLine;

namespace ElastAlert.Cli.Commands;

/// <summary>Is the set of flags with which rules are run: those of the reference (engine.md 7.1).</summary>
internal sealed class RunOptions
{
    public RunOptions(TimeProvider time)
    {
        Start = new("--start") { Description = "Begin the first run of every rule at this moment (ISO 8601, or NOW).", CustomParser = result => Period.ParseMoment(result, time) };
        End = new("--end") { Description = "Run every rule once up to this moment, then exit.", CustomParser = result => Period.ParseMoment(result, time) };
    }

    public Option<string> Config { get; } = new("--config") { Description = "The configuration file.", DefaultValueFactory = _ => "config.yaml", HelpName = "FILE" };

    public Option<bool> Debug { get; } = new("--debug") { Description = "Show alerts instead of sending them; write nothing." };

    public Option<bool> Verbose { get; } = new("--verbose") { Description = "Log what is done, not only what goes wrong." };

    public Option<string?> Rule { get; } = new("--rule") { Description = "Run only this rule: a file, or the name of a file in the rules folder.", HelpName = "FILE" };

    public Option<TimeSpan?> Silence { get; } = new("--silence") { Description = "Silence the rule for a period (hours=4), then exit.", CustomParser = Period.ParseDuration, HelpName = "UNIT=NUMBER" };

    public Option<string?> SilenceQueryKeyValue { get; } = new("--silence_qk_value") { Description = "With --silence: silence only this value of the query key.", HelpName = "VALUE" };

    public Option<DateTimeOffset?> Start { get; }

    public Option<DateTimeOffset?> End { get; }

    public Option<TimeSpan?> Patience { get; } = new("--patience") { Description = "Wait this long for the writeback index to appear (minutes=5).", CustomParser = Period.ParseDuration, HelpName = "UNIT=NUMBER" };

    public Option<bool> PinRules { get; } = new("--pin_rules") { Description = "Do not watch the rule files for changes." };

    public Option<bool> EsDebug { get; } = new("--es_debug") { Description = "Log every request to the search cluster." };

    public Option<string?> EsDebugTrace { get; } = new("--es_debug_trace") { Description = "Append every request to a file, as a curl command.", HelpName = "FILE" };

    public Option<int?> PrometheusPort { get; } = new("--prometheus_port") { Description = "Not there yet: read the metrics through the .NET meter ElastAlert.", HelpName = "PORT" };

    public Option<string?> PrometheusAddress { get; } = new("--prometheus_addr") { Description = "Not there yet, as --prometheus_port.", HelpName = "ADDRESS" };

    public IEnumerable<Option> All =>
        [Config, Debug, Verbose, Rule, Silence, SilenceQueryKeyValue, Start, End, Patience, PinRules, EsDebug, EsDebugTrace, PrometheusPort, PrometheusAddress];
}
