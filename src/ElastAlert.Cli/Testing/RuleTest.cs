using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ElastAlert.Cli.Commands;
using ElastAlert.Hosting;
using ElastAlert.State.InMemory;
using ElastAlert.Values;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Cli.Testing;

/// <summary>Tries one rule (engine.md 7.2, with Q75 mended: the span that is named is the one that is used, and nothing captured is overwritten).</summary>
internal sealed class RuleTest(CommandLineEnvironment environment, ParseResult parsed, TestRuleOptions options, IServiceProvider services, Rule rule)
{
    private const int QueryFailed = 3;
    private const int RunFailed = 2;
    private const int UnusableData = 4;

    private readonly bool _isFormatted = parsed.GetValue(options.FormattedOutput);
    private readonly TestOutput _result = new();

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var code = await TryAsync(cancellationToken).ConfigureAwait(false);
        if (_isFormatted)
            await environment.Output.WriteLineAsync(_result.ToJson()).ConfigureAwait(false);
        return code is ExitCode.Success || parsed.GetValue(options.StopError) ? code : ExitCode.Success;
    }

    private async Task<int> TryAsync(CancellationToken cancellationToken)
    {
        if (parsed.GetValue(options.Data) is { } file)
            return await RunOnAsync(await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        var (code, downloaded) = await ProbeAsync(cancellationToken).ConfigureAwait(false);
        if (code != ExitCode.Success || parsed.GetValue(options.CountOnly))
            return code;
        return downloaded is not null && parsed.GetValue(options.UseDownloaded)
            ? await RunOnAsync(downloaded, cancellationToken).ConfigureAwait(false)
            : await RunAsync(null, RunSpan(), cancellationToken).ConfigureAwait(false);
    }

    private DateTimeOffset End => parsed.GetValue(options.End) ?? environment.Time.GetUtcNow();

    private TimeWindow ProbeSpan()
    {
        var days = Math.Max(parsed.GetValue(options.Days), 1);
        return new TimeWindow(parsed.GetValue(options.Start) ?? End - TimeSpan.FromDays(days), End);
    }

    private TimeWindow RunSpan()
    {
        var isGiven = parsed.GetValue(options.Start) is not null || parsed.GetValue(options.Days) > 0;
        return isGiven || rule.Schedule.Timeframe is not { } timeframe ? ProbeSpan() : new TimeWindow(End - timeframe * 1.01, End);
    }

    private async Task<(int Code, string? Downloaded)> ProbeAsync(CancellationToken cancellationToken)
    {
        var span = ProbeSpan();
        var keep = parsed.GetValue(options.SaveJson);
        var size = keep is null ? 1 : parsed.GetValue(options.MaxQuerySize);
        try
        {
            var sample = await services.GetRequiredService<RuleProbe>().LookAsync(rule, span, size, cancellationToken).ConfigureAwait(false);
            await DescribeAsync(sample, span).ConfigureAwait(false);
            if (keep is null)
                return (ExitCode.Success, null);
            var json = JsonOf(sample.Documents);
            await File.WriteAllTextAsync(keep, json, cancellationToken).ConfigureAwait(false);
            return (ExitCode.Success, json);
        }
        catch (SearchException exception)
        {
            await environment.Error.WriteLineAsync($"Error running your filter: {exception.Message}").ConfigureAwait(false);
            return (QueryFailed, null);
        }
    }

    private async Task DescribeAsync(RuleSample sample, TimeWindow span)
    {
        _result.Hits = sample.Count;
        _result.Days = span.Duration.TotalDays;
        _result.Documents = sample.Documents;
        if (sample.Documents.Count == 0)
        {
            await SayAsync("Didn't get any results.").ConfigureAwait(false);
            return;
        }

        var count = sample.Count?.ToString(CultureInfo.InvariantCulture) ?? "N/A";
        await SayAsync($"Got {count} hits from the last {span.Duration.TotalDays:0.##} days").ConfigureAwait(false);
        await SayAsync("\nAvailable terms in first hit:").ConfigureAwait(false);
        foreach (var (name, _) in FlatNames(sample.Documents[0].ToJson(), ""))
            await SayAsync("\t" + name).ConfigureAwait(false);
        foreach (var field in rule.Query.Include.Concat(rule.Alerting.TopCountKeys).Where(static field => !field.Contains('*', StringComparison.Ordinal)))
        {
            if (sample.Documents[0].Find(field).Element.ValueKind == JsonValueKind.Undefined)
                await environment.Error.WriteLineAsync($"{field} in include or top_count_keys does not appear in the first hit").ConfigureAwait(false);
        }
    }

    private async Task<int> RunOnAsync(string json, CancellationToken cancellationToken)
    {
        try
        {
            using var documents = TestDocuments.Load(JsonElement.Parse(json), rule);
            return await RunAsync(documents, documents.Span, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is JsonException or ElastAlertException and not RuleLoadException)
        {
            await environment.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return UnusableData;
        }
    }

    private async Task<int> RunAsync(TestDocuments? documents, TimeWindow span, CancellationToken cancellationToken)
    {
        var shown = new StringWriter();
        var alerters = parsed.GetValue(options.Alert) ? [] : rule.Alerters.Select(entry => entry.Name).Distinct().Select(name => Shown(name, shown)).ToList();
        using var host = RuleTestServices.Build(environment, parsed, options, documents?.Search, alerters);
        var reports = await host.Services.GetRequiredService<IElastAlertEngine>().RunSpanAsync(span.Start, span.End, cancellationToken).ConfigureAwait(false);
        await SayAsync(shown.ToString()).ConfigureAwait(false);
        foreach (var report in reports)
            await SayAsync(Sentence(report)).ConfigureAwait(false);
        await SayAsync("\nWould have written the following documents to writeback index (default is elastalert_status):\n").ConfigureAwait(false);
        foreach (var document in host.Services.GetRequiredService<InMemoryHistory>().Documents)
        {
            _result.Writeback.Add(document);
            await SayAsync($"{TestOutput.KindOf(document.Kind)} - {Encoding.UTF8.GetString(document.Content.Span)}\n").ConfigureAwait(false);
        }

        return reports.Any(static report => report.Error is not null) ? RunFailed : ExitCode.Success;
    }

    private static AlerterRegistration Shown(string name, TextWriter output) =>
        new() { Name = name, Create = context => new ShownAlerter(context.Entry, output) };

    private static string Sentence(RunReport report)
    {
        var trouble = report.Error is null ? "" : $"; it failed: {report.Error}";
        return $"Ran {report.Rule} over {report.Window}: {report.Hits} query hits, {report.Matches} matches, {report.Alerts} alerts{trouble}";
    }

    private static IEnumerable<KeyValuePair<string, JsonElement>> FlatNames(JsonElement value, string prefix) =>
        value.EnumerateObject().SelectMany(member => member.Value.ValueKind == JsonValueKind.Object
            ? FlatNames(member.Value, $"{prefix}{member.Name}.")
            : [KeyValuePair.Create(prefix + member.Name, member.Value)]);

    private static string JsonOf(IReadOnlyList<Document> documents) => JsonValue.Write(documents, static (writer, items) =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
            item.WriteTo(writer);
        writer.WriteEndArray();
    }).GetRawText();

    private Task SayAsync(string text) => _isFormatted ? Task.CompletedTask : environment.Output.WriteLineAsync(text);
}
