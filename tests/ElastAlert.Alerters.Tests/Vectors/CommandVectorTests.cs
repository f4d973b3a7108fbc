using System.Text;
using System.Text.Json;
using ElastAlert.Alerters.Command;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Runs what the reference was recorded to run.</summary>
[Trait("Category", "AlerterVectors")]
public sealed class CommandVectorTests
{
    public static TheoryData<string> Cases() => VectorRun.Ids("command");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task SendAsync_RecordedCase_RunsWhatTheReferenceRan(string id)
    {
        var vector = AlerterVector.All.Single(vector => vector.Id == id);
        using var loaded = new VectorRule(vector);
        if (loaded.Rule is null)
        {
            VectorDeviations.Outcomes.Should().ContainKey(id, string.Join('\n', loaded.Problems));
            return;
        }

        var launcher = new RecordingLauncher(vector);
        var failure = await SendAsync(vector, loaded.Rule, launcher);

        if (VectorDeviations.Outcomes.ContainsKey(id))
            return;
        (failure is not null).Should().Be(vector.Expected("error") is not null, failure?.ToString());
        Compare(vector, launcher);
    }

    private static async Task<Exception?> SendAsync(AlerterVector vector, Rule rule, RecordingLauncher launcher)
    {
        var entry = rule.Alerters[0];
        var alerter = new CommandAlerter(CommandAlerterOptions.Read(new AlerterOptionReader(rule, entry)), launcher);
        try
        {
            var receipt = await alerter.SendAsync(VectorRun.AlertOf(vector, rule, entry), CancellationToken.None);
            if (!VectorDeviations.Outcomes.ContainsKey(vector.Id))
                receipt.Values["command"].Should().Be(vector.Expect.GetProperty("info").GetProperty("command").GetString());
            return null;
        }
        catch (AlertDeliveryException exception)
        {
            return exception;
        }
    }

    private static void Compare(AlerterVector vector, RecordingLauncher launcher)
    {
        var expected = vector.Expected("process") is { } process ? process.EnumerateArray().ToList() : [];
        launcher.Starts.Should().HaveCount(expected.Count);
        foreach (var (wanted, start) in expected.Zip(launcher.Starts))
        {
            start.Arguments.Should().Equal(wanted.GetProperty("argv").EnumerateArray().Select(static item => item.GetString()!));
            start.IsShellLine.Should().Be(wanted.GetProperty("shell").GetBoolean());
            (start.Timeout is not null).Should().Be(wanted.GetProperty("waited").GetBoolean());
            var input = wanted.GetProperty("stdin");
            (start.Input is null ? null : Encoding.UTF8.GetString(start.Input)).Should().Be(input.ValueKind == JsonValueKind.Null ? null : input.GetString());
        }
    }

    private sealed class RecordingLauncher(AlerterVector vector) : ICommandLauncher
    {
        public List<CommandStart> Starts { get; } = [];

        public Task<int?> RunAsync(CommandStart start, CancellationToken cancellationToken)
        {
            if (vector.Find("spawn_error") is not null)
                throw new AlertDeliveryException("The command could not be started.");
            Starts.Add(start);
            return Task.FromResult<int?>(vector.Find("exit_code")?.GetInt32() ?? 0);
        }
    }
}
