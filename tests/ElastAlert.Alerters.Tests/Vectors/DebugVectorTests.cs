using ElastAlert.Alerters.Debug;
using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Logs what the reference was recorded to log.</summary>
[Trait("Category", "AlerterVectors")]
public sealed class DebugVectorTests
{
    public static TheoryData<string> Cases() => VectorRun.Ids("debug");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task SendAsync_RecordedCase_LogsWhatTheReferenceLogged(string id)
    {
        var vector = AlerterVector.All.Single(vector => vector.Id == id);
        using var loaded = new VectorRule(vector);
        var entry = loaded.Rule!.Alerters[0];
        using var loggers = new CollectingLoggerFactory();

        await new DebugAlerter(loggers.CreateLogger("elastalert"), VectorRun.TextsOf(loaded.Rule, entry))
            .SendAsync(VectorRun.AlertOf(vector, loaded.Rule, entry), CancellationToken.None);

        loggers.Lines.Should().Equal(vector.Expect.GetProperty("log").EnumerateArray().Select(static line => $"Information: {line[1].GetString()}"));
    }
}
