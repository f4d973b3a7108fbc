using System.Text.Json;
using ElastAlert.IntegrationTests.Servers;
using ElastAlert.TestSupport;

namespace ElastAlert.IntegrationTests.EndToEnd;

/// <summary>Runs the recorded installation over its span with the command line: what is delivered and recorded equals the recording.</summary>
public abstract class RecordedSpanTests(SearchServerFixture fixture)
{
    [Fact]
    public async Task Run_OverTheRecordedSpan_DeliversAndRecordsWhatTheReferenceDid()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var installation = await RecordedInstallation.CreateAsync(fixture.Server, "rules", cancellationToken);
        (await installation.RunAsync(cancellationToken, "create-index", "--config", RecordedInstallation.Config)).ExitCode.Should().Be(0);

        var run = await installation.RunAsync(
            cancellationToken, "--config", RecordedInstallation.Config, "--start", "2026-11-01T08:50:00Z", "--end", "2026-11-01T10:00:00Z", "--verbose");

        run.ExitCode.Should().Be(0, run.Error);
        var differences = new List<string>();
        using var expected = Vectors.Open("end-to-end/expected.json");
        foreach (var rule in expected.RootElement.EnumerateObject())
        {
            differences.AddRange(AlertDifferences(installation, rule));
            differences.AddRange(await StatusDifferencesAsync(installation, rule, cancellationToken));
        }

        differences.Should().BeEmpty();
    }

    private static IEnumerable<string> AlertDifferences(RecordedInstallation installation, JsonProperty rule)
    {
        var alerts = installation.Alerts(rule.Name);
        var expected = rule.Value.GetProperty("alerts").EnumerateArray().ToList();
        if (alerts.Count != expected.Count)
            yield return $"{rule.Name}: {alerts.Count} alerts instead of {expected.Count}";
        for (var place = 0; place < Math.Min(alerts.Count, expected.Count); place++)
        {
            if (JsonComparison.Difference(alerts[place], expected[place]) is { } difference)
            {
                yield return $"{rule.Name}, alert {place}: {difference}";
                break;
            }
        }

        var text = WithoutType(installation.Text(rule.Name));
        if (rule.Value.GetProperty("text").GetString() is { } expectedText && text != expectedText)
            yield return $"{rule.Name}, text: {FirstDifference(text, expectedText)}";
    }

    private static async Task<IReadOnlyList<string>> StatusDifferencesAsync(
        RecordedInstallation installation, JsonProperty rule, CancellationToken cancellationToken)
    {
        var status = await installation.StatusAsync(rule.Name, cancellationToken);
        var expected = rule.Value.GetProperty("status").EnumerateArray().ToList();
        if (status.Count != expected.Count)
            return [$"{rule.Name}: {status.Count} status documents instead of {expected.Count}"];
        return
        [
            .. from pair in status.Zip(expected)
               from member in pair.Second.EnumerateObject()
               let difference = JsonComparison.Difference(pair.First.GetProperty(member.Name), member.Value)
               where difference is not null
               select $"{rule.Name}, status {member.Name}: {difference}",
        ];
    }

    private static string WithoutType(string text) => text.Replace("_type: _doc\n", "", StringComparison.Ordinal);

    private static string FirstDifference(string actual, string expected)
    {
        var place = actual.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"at {place}: '{Around(actual, place)}' instead of '{Around(expected, place)}'";
    }

    private static string Around(string text, int place) =>
        text[Math.Max(0, place - 40)..Math.Min(text.Length, place + 40)].Replace("\n", "\\n", StringComparison.Ordinal);
}
