using System.Text;
using ElastAlert.Testing;
using ElastAlert.TestSupport;

namespace ElastAlert.Sqlite.Tests;

/// <summary>Reads files as earlier versions left them. With a new version, a file of it is added here; none is ever replaced.</summary>
/// <remarks><c>RECORD_STATE=1</c> writes the file of the current version.</remarks>
public sealed class RecordedSchemaTests : IDisposable
{
    private readonly TemporaryStateFile _file = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Recorded => Path.Combine(Repository.Root, "tests", "ElastAlert.Sqlite.Tests", "recorded", "state-v1.db");

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Load_FileOfVersion1_HasAllOfIt()
    {
        if (Environment.GetEnvironmentVariable("RECORD_STATE") == "1")
            await RecordAsync();
        File.Copy(Recorded, _file.Path);
        var file = _file.Open();

        var state = await file.Store.LoadAsync("recorded rule", Cancellation);
        var alerts = await file.Outbox.LoadAsync("recorded rule", includeDead: true, Cancellation);
        var silences = await file.Silences.FindAsync(["recorded rule.bob"], Cancellation);

        state!.CommitId.Should().Be("second");
        state.Lease.Should().Be(new RuleLease("owner", 7, Some.Moment));
        Encoding.UTF8.GetString(state.Checkpoint.Span).Should().Be("checkpoint");
        state.Parts.Select(part => part.Name).Should().Equal("seen/1", "silence/0");
        var alert = alerts.Should().ContainSingle().Subject;
        alert.Id.Should().Be("recorded rule/second/0");
        alert.Entries.Select(entry => (entry.Channel, entry.State)).Should().Equal(("0:command", OutboxEntryState.Dead), ("1:debug", OutboxEntryState.Pending));
        alert.Entries[0].Receipt!.Values.Should().Contain("ticket", "A-1");
        silences.Should().ContainSingle().Which.Exponent.Should().Be(3);
    }

    private static async Task RecordAsync()
    {
        using var recording = new TemporaryStateFile();
        using (var file = recording.Open())
        {
            await file.Store.CommitAsync(Commit("first", null), Cancellation);
            await file.Store.CommitAsync(Commit("second", "first") with { Alerts = [Alert()] }, Cancellation);
            var dead = Alert().Entries[0] with
            {
                State = OutboxEntryState.Dead,
                LastError = "no answer",
                Receipt = new AlertReceipt { Values = new Dictionary<string, string> { ["ticket"] = "A-1" } },
            };
            await file.Outbox.RecordAsync([new OutboxChange.Updated("recorded rule", Alert().Id, dead)], Cancellation);
            var silence = Encoding.UTF8.GetBytes("""{"rule_name": "recorded rule.bob", "until": "2034-01-01T00:00:00Z", "exponent": 3}""");
            await file.History.WriteAsync([new HistoryDocument(HistoryKind.Silence, "1", silence)], Cancellation);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Recorded)!);
        File.Copy(recording.Path, Recorded, overwrite: true);
    }

    private static RunCommit Commit(string id, string? previous) => new()
    {
        Rule = "recorded rule",
        CommitId = id,
        PreviousCommitId = previous,
        Lease = new RuleLease("owner", 7, Some.Moment),
        Checkpoint = Encoding.UTF8.GetBytes("checkpoint"),
        Parts = [new StatePart("seen/1", Encoding.UTF8.GetBytes(id)), new StatePart("silence/0", Encoding.UTF8.GetBytes(id))],
    };

    private static OutboxAlert Alert() => new()
    {
        Id = "recorded rule/second/0",
        Rule = "recorded rule",
        DedupKey = "recorded rule",
        AlertTime = Some.Moment,
        CreatedAt = Some.Moment,
        Matches = Encoding.UTF8.GetBytes("""[{"a": 1}]"""),
        Entries = [Entry("0:command"), Entry("1:debug")],
    };

    private static OutboxEntry Entry(string channel) =>
        new() { Channel = channel, Subject = "subject", Body = "body", NextAttempt = Some.Moment, Deadline = Some.Moment.AddDays(2) };
}
