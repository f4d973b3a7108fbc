using System.Globalization;
using System.Text.Json;
using ElastAlert.Alerters.Gelf;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerting.Text.Rendering;
using ElastAlert.Testing;
using ElastAlert.Values;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Is what an alerter did with a recorded case.</summary>
internal sealed record VectorRun(IReadOnlyList<RecordedRequest> Requests, IReadOnlyDictionary<string, JsonElement> Info)
{
    public Exception? Failure { get; private set; }

    public AlertReceipt Receipt { get; private set; } = AlertReceipt.None;

    /// <summary>Gets what was sent to search clusters.</summary>
    public ScriptedSearchTransport Search { get; } = new ScriptedSearchTransport().Always("PUT", "", """{"result":"created"}""", 201);

    /// <summary>Gets the cluster that it was sent to.</summary>
    public ConnectionOptions? Cluster { get; private set; }

    public static TheoryData<string> Ids(string alerter) =>
        [.. AlerterVector.All.Where(vector => vector.Alerter == alerter).Select(static vector => vector.Id)];

    public static IAlertTexts TextsOf(Rule rule, AlerterEntry entry) =>
        AlertRenderer.Create(rule, entry, AlertTextCheck.ProfileOf(entry, VectorRule.Catalog));

    public static async Task<VectorRun> SendAsync(AlerterVector vector, Rule rule, Action<IServiceCollection>? configure = null)
    {
        foreach (var variable in vector.Find("env")?.EnumerateObject() ?? Enumerable.Empty<JsonProperty>())
            Environment.SetEnvironmentVariable(variable.Name, variable.Value.GetString());
        var entry = rule.Alerters.First(entry => entry.Name == vector.Alerter);
        var recorder = new RecordingHandler(vector);
        VectorRule.Catalog.TryGetAlerter(vector.Alerter, out var registration);
        var run = new VectorRun(recorder.Requests, registration!.Describe?.Invoke(entry) ?? new Dictionary<string, JsonElement>());
        var alerter = registration.Create(new AlerterContext(rule, entry, Services(recorder, configure)) { Texts = TextsOf(rule, entry), Transports = run.Connect });
        try
        {
            run.Receipt = await alerter.SendAsync(AlertOf(vector, rule, entry), CancellationToken.None);
        }
        catch (AlertDeliveryException exception)
        {
            run.Failure = exception;
        }

        return run;
    }

    private ScriptedSearchTransport Connect(ConnectionOptions connection)
    {
        Cluster = connection;
        return Search;
    }

    public static Alert AlertOf(AlerterVector vector, Rule rule, AlerterEntry entry)
    {
        var texts = TextsOf(rule, entry);
        var matches = vector.Case.GetProperty("matches").EnumerateArray().Select(match => Match(match, rule)).ToList();
        return Some.Alert(rule, matches) with { Subject = texts.Subject(matches), Body = texts.Body(matches), Receipts = Receipts(vector) };
    }

    private static RuleMatch Match(JsonElement match, Rule rule)
    {
        var fields = Document.Of(match);
        var text = fields.Find(rule.Timestamp.Field).AsText();
        return new RuleMatch
        {
            Fields = fields,
            Timestamp = text is not null && IsoTime.TryParse(text, out var moment) ? moment : Some.Moment,
        };
    }

    private static Dictionary<string, AlertReceipt> Receipts(AlerterVector vector)
    {
        if (vector.Find("pipeline") is not { } pipeline)
            return [];
        var values = pipeline.EnumerateObject().Where(static member => member.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(static member => member.Name, static member => member.Value.GetString()!);
        return new Dictionary<string, AlertReceipt> { ["jira"] = new() { Values = values } };
    }

    private static ServiceProvider Services(RecordingHandler recorder, Action<IServiceCollection>? configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new TestClock(DateTimeOffset.Parse("2024-05-06T07:08:09.123456Z", CultureInfo.InvariantCulture)));
        services.AddSingleton<Func<Alert, Guid>>(static _ => Guid.Parse("3f0d9a52-7c1e-4b58-9a64-0d2c6f1b8e77"));
        services.AddSingleton<IMachineName, FixedMachineName>();
        services.AddElastAlertAlerters();
        services.AddHttpClient(AlertHttpSender.ClientName).ConfigurePrimaryHttpMessageHandler(() => recorder);
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
