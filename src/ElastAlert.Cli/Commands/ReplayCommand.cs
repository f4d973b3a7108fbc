using System.CommandLine;
using System.Text.Json;
using ElastAlert.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Cli.Commands;

/// <summary>Runs the live engine with a moved clock over past data, and says what would have been sent when.</summary>
internal sealed class ReplayCommand
{
    private readonly CommandLineEnvironment _environment;
    private readonly Option<string> _config = new("--config") { Description = "The configuration file.", DefaultValueFactory = _ => "config.yaml", HelpName = "FILE" };
    private readonly Option<string?> _rule = new("--rule") { Description = "Replay only this rule.", HelpName = "FILE" };
    private readonly Option<DateTimeOffset?> _start;
    private readonly Option<DateTimeOffset?> _end;
    private readonly Option<string?> _json = new("--json") { Description = "Write one JSON object a line for each delivery to a file, or to standard output for '-'.", HelpName = "FILE" };
    private readonly Option<bool> _deliver = new("--deliver") { Description = "Send the alerts for real." };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Log what is done, not only what goes wrong." };

    private ReplayCommand(CommandLineEnvironment environment)
    {
        _environment = environment;
        _start = new("--start") { Description = "The first moment at which every rule runs.", Required = true, CustomParser = result => Period.ParseMoment(result, environment.Time) };
        _end = new("--end") { Description = "The last moment.", Required = true, CustomParser = result => Period.ParseMoment(result, environment.Time) };
    }

    public static Command Create(CommandLineEnvironment environment)
    {
        var replay = new ReplayCommand(environment);
        var command = new Command("replay", "Run the rules over past data as if it were live, and say what would have been sent when.")
        {
            replay._config, replay._rule, replay._start, replay._end, replay._json, replay._deliver, replay._verbose,
        };
        command.SetAction(replay.InvokeAsync);
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = EngineServices.Build(_environment, parsed.GetValue(_verbose) ? LogLevel.Information : LogLevel.Warning, elastAlert => elastAlert
            .AddConfigurationFile(parsed.GetValue(_config)!)
            .Configure(options => options.Rule = parsed.GetValue(_rule)));
        var engine = host.Services.GetRequiredService<IElastAlertEngine>();
        var json = parsed.GetValue(_json);
        using var file = json is null or "-" ? null : new StreamWriter(json, append: false);
        var count = 0;
        var start = parsed.GetRequiredValue(_start)!.Value;
        var end = parsed.GetRequiredValue(_end)!.Value;
        await foreach (var delivery in engine.ReplayAsync(start, end, parsed.GetValue(_deliver), cancellationToken).ConfigureAwait(false))
        {
            count++;
            if (json is not null)
                await (file ?? _environment.Output).WriteLineAsync(Line(delivery)).ConfigureAwait(false);
            if (json != "-")
                await _environment.Output.WriteLineAsync(Sentence(delivery)).ConfigureAwait(false);
        }

        if (json != "-")
            await _environment.Output.WriteLineAsync($"{count} deliveries.").ConfigureAwait(false);
        return ExitCode.Success;
    }

    private static string Sentence(ReplayedDelivery delivery) =>
        $"{IsoTime.Format(delivery.Time)}  {delivery.Alert.Rule.Name}  {delivery.Channel}  {delivery.Alert.Matches.Count} matches  {delivery.Alert.Subject}";

    private static string Line(ReplayedDelivery delivery) => JsonValue.Write(delivery, Write).GetRawText();

    private static void Write(Utf8JsonWriter writer, ReplayedDelivery delivery)
    {
        writer.WriteStartObject();
        writer.WriteString("time", delivery.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteString("rule", delivery.Alert.Rule.Name);
        writer.WriteString("channel", delivery.Channel);
        writer.WriteString("id", delivery.Alert.Id);
        writer.WriteStartArray("matches");
        foreach (var match in delivery.Alert.Matches)
            match.Fields.WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteString("subject", delivery.Alert.Subject);
        writer.WriteString("body", delivery.Alert.Body);
        writer.WriteEndObject();
    }
}
