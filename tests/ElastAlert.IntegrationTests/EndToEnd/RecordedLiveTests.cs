using System.Text.Json;
using ElastAlert.IntegrationTests.Servers;
using ElastAlert.TestSupport;

namespace ElastAlert.IntegrationTests.EndToEnd;

/// <summary>Replays the recorded installation as it was run live: what would have been sent, and when, equals the recording.</summary>
public abstract class RecordedLiveTests(SearchServerFixture fixture)
{
    [Fact]
    public async Task Replay_OverTheRecordedTime_DeliversWhatTheReferenceDidWhenItDid()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var installation = await RecordedInstallation.CreateAsync(fixture.Server, "live-rules", cancellationToken);
        var file = Path.Combine(installation.Output, "deliveries.ndjson");

        var run = await installation.RunAsync(
            cancellationToken,
            "replay", "--config", RecordedInstallation.Config, "--start", "2026-11-01T08:30:00Z", "--end", "2026-11-01T10:00:00Z", "--json", file);

        run.ExitCode.Should().Be(0, run.Error);
        var deliveries = File.ReadLines(file).Select(line => JsonElement.Parse(line))
            .Where(delivery => delivery.GetProperty("channel").GetString() == "0:command")
            .ToLookup(delivery => delivery.GetProperty("rule").GetString());
        using var expected = Vectors.Open("end-to-end/live-expected.json");
        expected.RootElement.EnumerateObject().SelectMany(rule => Differences(rule, [.. deliveries[rule.Name]])).Should().BeEmpty();
    }

    private static IEnumerable<string> Differences(JsonProperty rule, List<JsonElement> actual)
    {
        var expected = rule.Value.EnumerateArray().ToList();
        if (actual.Count != expected.Count)
            yield return $"{rule.Name}: {actual.Count} deliveries instead of {expected.Count}";
        for (var place = 0; place < Math.Min(actual.Count, expected.Count); place++)
        {
            if (Difference(actual[place], expected[place]) is { } difference)
            {
                yield return $"{rule.Name}, delivery {place}: {difference}";
                break;
            }
        }
    }

    private static string? Difference(JsonElement actual, JsonElement expected)
    {
        if (JsonComparison.Difference(actual.GetProperty("time"), expected.GetProperty("time")) is { } time)
            return $"time {time}";
        var wanted = expected.GetProperty("matches").EnumerateArray().ToList();
        if (HeldOrder.Difference([.. actual.GetProperty("matches").EnumerateArray()], wanted) is { } matches)
            return $"matches {matches}";
        var body = actual.GetProperty("body").GetString()!.Replace("_type: _doc\n", "", StringComparison.Ordinal);
        var wantedBody = expected.GetProperty("body").GetString()!;
        return HeldOrder.AreSameBodies(body, wantedBody) ? null : $"body '{body}' instead of '{wantedBody}'";
    }
}
