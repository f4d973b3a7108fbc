using System.Text;
using System.Text.Json;
using ElastAlert.Embedded;
using ElastAlert.State.Writeback;
using ElastAlert.Testing;
using ElastAlert.TestSupport;

namespace ElastAlert.IntegrationTests.State;

/// <summary>Reads documents as earlier versions wrote them. With a new version, a file of it is added here; none is ever replaced.</summary>
/// <remarks><c>RECORD_STATE=1</c> writes the file of the current version.</remarks>
public sealed class RecordedStateTests : IDisposable
{
    private const string Rule = "recorded rule";

    private readonly EmbeddedSearch _search = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Recorded => Path.Combine(Repository.Root, "tests", "ElastAlert.IntegrationTests", "State", "recorded", "state-v1.ndjson");

    private WritebackState State => new(new EmbeddedSearchTransport(_search), "wb", TimeSpan.FromDays(2), TimeProvider.System);

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Load_DocumentsOfVersion1_AllOfThemAreRead()
    {
        if (Environment.GetEnvironmentVariable("RECORD_STATE") == "1")
            await RecordAsync();
        await State.Store.LoadAsync(Rule, Cancellation);
        await SendAsync("POST", "/_bulk?refresh=true", await File.ReadAllBytesAsync(Recorded, Cancellation));

        var state = await State.Store.LoadAsync(Rule, Cancellation);
        var alerts = await State.Outbox.LoadAsync(Rule, includeDead: true, Cancellation);

        state!.CommitId.Should().Be("second");
        state.Lease.Should().Be(new RuleLease("owner", 7, Some.Moment));
        Encoding.UTF8.GetString(state.Checkpoint.Span).Should().Be("checkpoint");
        state.Parts.Select(part => (part.Name, Encoding.UTF8.GetString(part.Content.Span))).Should().Equal(("seen/1", "first"), ("silence/0", "second"));
        var alert = alerts.Should().ContainSingle().Subject;
        alert.Id.Should().Be("recorded rule/second/0");
        alert.Entries.Select(entry => (entry.Channel, entry.State)).Should().Equal(("0:command", OutboxEntryState.Dead), ("1:debug", OutboxEntryState.Pending));
        alert.Entries[0].Receipt!.Values.Should().Contain("ticket", "A-1");
        (await State.Store.CommitAsync(Commit("third", "second"), Cancellation)).Should().Be(CommitOutcome.Committed);
    }

    private static async Task RecordAsync()
    {
        using var search = new EmbeddedSearch();
        var transport = new EmbeddedSearchTransport(search);
        var state = new WritebackState(transport, "wb", TimeSpan.FromDays(2), TimeProvider.System);
        await state.Store.CommitAsync(Commit("first", null, "seen/1", "silence/0"), Cancellation);
        await state.Store.CommitAsync(Commit("second", "first", "silence/0") with { Alerts = [Alert()] }, Cancellation);
        var dead = Alert().Entries[0] with
        {
            State = OutboxEntryState.Dead,
            LastError = "no answer",
            Receipt = new AlertReceipt { Values = new Dictionary<string, string> { ["ticket"] = "A-1" } },
        };
        await state.Outbox.RecordAsync([new OutboxChange.Updated(Rule, Alert().Id, dead)], Cancellation);
        Directory.CreateDirectory(Path.GetDirectoryName(Recorded)!);
        await File.WriteAllLinesAsync(Recorded, [.. await LinesAsync(transport, "wb_state"), .. await LinesAsync(transport, "wb_outbox")], Cancellation);
    }

    private static async Task<List<string>> LinesAsync(EmbeddedSearchTransport transport, string index)
    {
        await using var answer = await transport.SendAsync(new SearchRequest("POST", $"/{index}/_search?size=100"), Cancellation);
        using var result = await JsonDocument.ParseAsync(answer.Body, cancellationToken: Cancellation);
        return [.. result.RootElement.GetProperty("hits").GetProperty("hits").EnumerateArray().SelectMany(hit => new[]
        {
            $$"""{"index": {"_index": "{{index}}", "_id": "{{hit.GetProperty("_id").GetString()}}"} }""", hit.GetProperty("_source").GetRawText(),
        })];
    }

    private async Task SendAsync(string method, string path, byte[] body)
    {
        var request = new SearchRequest(method, path) { Body = body, ContentType = "application/x-ndjson" };
        await using var answer = await new EmbeddedSearchTransport(_search).SendAsync(request, Cancellation);
        answer.IsSuccess.Should().BeTrue();
    }

    private static RunCommit Commit(string id, string? previous, params string[] parts) => new()
    {
        Rule = Rule,
        CommitId = id,
        PreviousCommitId = previous,
        Lease = new RuleLease("owner", 7, Some.Moment),
        Checkpoint = "checkpoint"u8.ToArray(),
        Parts = [.. parts.Select(name => new StatePart(name, Encoding.UTF8.GetBytes(id)))],
    };

    private static OutboxAlert Alert() => new()
    {
        Id = "recorded rule/second/0",
        Rule = Rule,
        DedupKey = Rule,
        AlertTime = Some.Moment,
        CreatedAt = Some.Moment,
        Matches = """[{"a": 1}]"""u8.ToArray(),
        Entries = [Entry("0:command"), Entry("1:debug")],
    };

    private static OutboxEntry Entry(string channel) =>
        new() { Channel = channel, Subject = "subject", Body = "body", NextAttempt = Some.Moment, Deadline = Some.Moment.AddDays(2) };
}
