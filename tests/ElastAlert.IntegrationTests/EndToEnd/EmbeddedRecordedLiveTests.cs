using System.Text.Json;
using ElastAlert.Embedded;
using ElastAlert.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.IntegrationTests.EndToEnd;

/// <summary>Replays the recorded events on the embedded server with a moved clock: what is delivered when equals the recorded live run.</summary>
public sealed class EmbeddedRecordedLiveTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 8, 30, 0, TimeSpan.Zero);

    private readonly EmbeddedSearch _search = new();
    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("elastalert-live.");

    [Fact]
    public async Task Replay_OverTheRecordedEvents_DeliversWhatTheReferenceDid()
    {
        LoadEvents();
        await using var services = Services();
        var engine = services.GetRequiredService<IElastAlertEngine>();

        var deliveries = new List<ReplayedDelivery>();
        await foreach (var delivery in engine.ReplayAsync(Start, Start.AddMinutes(90), deliver: false, TestContext.Current.CancellationToken))
        {
            if (delivery.Channel == "0:command")
                deliveries.Add(delivery);
        }

        using var expected = Vectors.Open("end-to-end/live-expected.json");
        var differences = expected.RootElement.EnumerateObject()
            .SelectMany(rule => Differences(rule, [.. deliveries.Where(delivery => delivery.Alert.Rule.Name == rule.Name)]))
            .ToList();
        differences.Should().BeEmpty();
    }

    public void Dispose()
    {
        _search.Dispose();
        _output.Delete(recursive: true);
    }

    private static IEnumerable<string> Differences(JsonProperty rule, List<ReplayedDelivery> deliveries)
    {
        var expected = rule.Value.EnumerateArray().ToList();
        if (deliveries.Count != expected.Count)
            yield return $"{rule.Name}: {deliveries.Count} deliveries instead of {expected.Count}";
        foreach (var (actual, wanted) in deliveries.Zip(expected))
        {
            if (Difference(actual, wanted) is { } difference)
            {
                yield return $"{rule.Name} at {wanted.GetProperty("time")}: {difference}";
                break;
            }
        }
    }

    private static string? Difference(ReplayedDelivery actual, JsonElement expected)
    {
        if (actual.Time != expected.GetProperty("time").GetDateTimeOffset())
            return $"at {actual.Time:O}";
        var difference = HeldOrder.Difference(
            [.. actual.Alert.Matches.Select(match => match.Fields.ToJson())], [.. expected.GetProperty("matches").EnumerateArray()]);
        var body = expected.GetProperty("body").GetString()!;
        return difference ?? (HeldOrder.AreSameBodies(actual.Alert.Body, body) ? null : $"'{actual.Alert.Body}' instead of '{body}'");
    }

    private void LoadEvents()
    {
        _search.CreateIndex("epoch", """{"properties":{"when":{"type":"date","format":"epoch_millis"}}}""");
        _search.CreateIndex("odd", """{"properties":{"stamp":{"type":"date","format":"yyyy/MM/dd HH-mm-ss"}}}""");
        foreach (var line in File.ReadLines(Vectors.PathOf("end-to-end/events.ndjson")))
        {
            var document = JsonElement.Parse(line);
            _search.Index(
                document.GetProperty("_index").GetString()!, document.GetProperty("_source").GetRawText(), document.GetProperty("_id").GetString());
        }
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddElastAlert(elastAlert => elastAlert
            .Configure(options => options.Environment = new Dictionary<string, string>
            {
                ["SEARCH_HOST"] = "localhost",
                ["SEARCH_PORT"] = "9200",
                ["RULES"] = Vectors.PathOf("end-to-end/live-rules"),
                ["OUT"] = _output.FullName,
            })
            .AddConfigurationFile(RecordedInstallation.Config)
            .UseTransport((_, _) => new EmbeddedSearchTransport(_search)))
        .BuildServiceProvider();
}
