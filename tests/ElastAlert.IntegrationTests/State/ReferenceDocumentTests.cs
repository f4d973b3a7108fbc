using System.Text;
using System.Text.Json;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Services;
using ElastAlert.State.Writeback;
using ElastAlert.Testing;

namespace ElastAlert.IntegrationTests.State;

/// <summary>Writes and reads ElastAlert's own documents as a server keeps them, with and without the mappings of create-index.</summary>
public abstract class ReferenceDocumentTests
{
    private static readonly DateTimeOffset Now = new(2024, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _index = "elastalert_" + Guid.NewGuid().ToString("N");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract ISearchTransport Transport { get; }

    private WritebackState State => new(Transport, _index, TimeSpan.FromDays(2), TimeProvider.System);

    [Fact]
    public async Task History_SameDocumentTwice_IsThereOnceAsItWasWritten()
    {
        await CreateIndicesAsync();
        const string Json = """{"rule_name":"r","starttime":"2024-01-01T11:45:00Z","hits":1,"@timestamp":"2024-01-01T12:00:00Z"}""";

        for (var i = 0; i < 2; i++)
            await State.History.WriteAsync([Document(HistoryKind.Status, "1", Json), Document(HistoryKind.Alert, "1", "{\n  \"rule_name\": \"r\"\n}")], Cancellation);

        (await SourceAsync("_status", "1")).Should().Be(Json);
        (await SourceAsync("", "1")).Should().Be("""{"rule_name":"r"}""");
    }

    [Fact]
    public async Task History_OneDocumentThatTheMappingRefuses_IsReportedAndTheOthersAreWritten()
    {
        await CreateIndicesAsync();

        var write = () => State.History.WriteAsync(
            [Document(HistoryKind.Status, "1", """{"@timestamp":"no date"}"""), Document(HistoryKind.Status, "2", """{"@timestamp":"2024-01-01T12:00:00Z"}""")],
            Cancellation);

        (await write.Should().ThrowAsync<SearchException>()).Which.IsTransient.Should().BeFalse();
        (await SourceAsync("_status", "2")).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silences_ManyOfOneKey_OnlyTheNewestIsFound(bool withMappings)
    {
        if (withMappings)
            await CreateIndicesAsync();
        await WriteAsync(
            "_silence",
            ("1", """{"rule_name": "my rule.bob", "until": "2024-01-01T12:01:00Z", "exponent": 0, "@timestamp": "2024-01-01T12:00:00Z"}"""),
            ("2", """{"rule_name": "my rule.bob", "until": "2024-01-01T12:30:00Z", "exponent": 3, "@timestamp": "2024-01-01T12:00:00Z"}"""),
            ("3", """{"rule_name": "my rule", "until": "2024-01-01T12:40:00Z", "@timestamp": "2024-01-01T12:00:00Z"}"""),
            ("4", """{"rule_name": "my rule._silence", "until": "2024-01-01T11:00:00Z", "@timestamp": "2024-01-01T12:00:00Z"}"""));

        var found = await State.Silences.FindAsync(["my rule.bob", "my rule._silence", "rule"], Cancellation);

        found.Should().BeEquivalentTo([new Silence("my rule.bob", Now.AddMinutes(30), 3), new Silence("my rule._silence", Now.AddHours(-1))]);
    }

    [Fact]
    public async Task Silences_NoIndex_NoneIsFound() => (await State.Silences.FindAsync(["r"], Cancellation)).Should().BeEmpty();

    [Fact]
    public async Task Import_NoIndex_NothingIsTakenOver()
    {
        var imported = await State.Import.ReadAsync(Some.Rule("r"), Now, Cancellation);

        imported.LastEnd.Should().BeNull();
        imported.Alerts.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Import_StatusDocuments_TheNewestEndOfThatRule(bool withMappings)
    {
        if (withMappings)
            await CreateIndicesAsync();
        await WriteAsync(
            "_status",
            ("1", Status("my rule", "2024-01-01T11:50:00Z")),
            ("2", Status("my rule", "2024-01-01T11:55:00.123456Z")),
            ("3", Status("my rule", "2024-01-01T11:45:00Z")),
            ("4", Status("my other rule", "2024-01-01T11:59:00Z")));

        var imported = await State.Import.ReadAsync(Some.Rule("my rule"), Now, Cancellation);

        imported.LastEnd.Should().Be(Now.AddMinutes(-5).AddMicroseconds(123456));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Runs_StatusDocumentsOfBoth_ThoseOfTheOtherElastAlertAreFound(bool withMappings)
    {
        if (withMappings)
            await CreateIndicesAsync();
        var ours = RunRecords.Status(Guid.NewGuid().ToString("N"), new RunReport { Rule = "my rule", StartedAt = Now, Window = new TimeWindow(Now, Now) }, Now);
        await State.History.WriteAsync([ours], Cancellation);
        await WriteAsync(
            "_status",
            ("Xb3vHIwBzJ5YQw1LxPqR", Status("my rule", "2024-01-01T11:50:00Z")),
            ("Yb3vHIwBzJ5YQw1LxPqR", Status("my rule", "2024-01-01T11:55:00Z")),
            ("Zb3vHIwBzJ5YQw1LxPqR", Status("my other rule", "2024-01-01T11:59:00Z")));

        var runs = await State.Runs.ByOthersAsync("my rule", Cancellation);

        runs.Select(static run => run.End).Should().Equal(Now.AddMinutes(-5), Now.AddMinutes(-10));
    }

    [Fact]
    public async Task Runs_NoIndex_NoneIsFound() => (await State.Runs.ByOthersAsync("r", Cancellation)).Should().BeEmpty();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Import_PendingAggregate_IsTakenOverWithAllMembersAndRemovedById(bool withMappings)
    {
        if (withMappings)
            await CreateIndicesAsync();
        var documents = Enumerable.Range(0, 1200).Select(number => ($"m{number}", Pending("my rule", $"m{number}", head: "h", second: number % 60))).ToList();
        await WriteAsync("", [("h", Pending("my rule", "h", key: "x")), .. documents, ("other", Pending("my other rule", "other")), ("sent", Sent("my rule"))]);

        var imported = await State.Import.ReadAsync(Some.Rule("my rule"), Now, Cancellation);

        var alert = imported.Alerts.Should().ContainSingle().Subject;
        alert.Id.Should().Be("h");
        alert.AlertTime.Should().Be(Now.AddMinutes(10));
        alert.AggregationKey.Should().Be("x");
        alert.WasTried.Should().BeFalse();
        alert.Matches.Should().HaveCount(1201);
        alert.Matches[0].TryGetMember("_id", out var id).Should().BeTrue();
        id.GetString().Should().Be("h");

        await WriteAsync("", ("m0", Sent("my rule")));
        await State.Import.CompleteAsync([.. imported.Alerts.SelectMany(alert => alert.Documents)], Cancellation);

        (await CountAsync("")).Should().Be(3, "of the others, of the sent one, and of the one that changed since");
        (await State.Import.ReadAsync(Some.Rule("my rule"), Now, Cancellation)).Alerts.Should().BeEmpty();
    }

    [Fact]
    public async Task Import_UnsentAlerts_RetriesWithinTheLimitAndAggregatesOfAnyAge()
    {
        await CreateIndicesAsync();
        await WriteAsync(
            "",
            ("failed", Failed("r", "2023-12-31T12:00:00Z")),
            ("edge", Failed("r", "2023-12-30T12:00:00Z")),
            ("too-old", Failed("r", "2023-12-30T11:59:59Z")),
            ("old-aggregate", Pending("r", "a", alertTime: "2023-12-01T12:00:00Z")),
            ("headless", """{"rule_name": "r", "alert_sent": false, "alert_time": "2024-01-01T11:00:00Z"}"""));

        var imported = await State.Import.ReadAsync(Some.Rule("r"), Now, Cancellation);

        imported.Alerts.Select(alert => (alert.Id, alert.WasTried)).Should().Equal(("old-aggregate", false), ("edge", true), ("failed", true));
    }

    [Fact]
    public async Task CreateIndices_SomeAreThere_OnlyTheOthersAreCreatedUnlessAskedFor()
    {
        await WriteAsync("_status", ("1", Status("r", "2024-01-01T11:50:00Z")));
        var lines = await CreateIndicesAsync();

        lines.Should().Equal($"New index {_index} created", "Done!");
        (await CountAsync("_status")).Should().Be(1);
        (await CreateIndicesAsync()).Should().Equal($"Index {_index} already exists. Skipping index creation.");

        await CreateIndicesAsync(new WritebackIndexOptions { Recreate = true });
        (await CountAsync("_status")).Should().Be(0);
    }

    [Fact]
    public async Task CreateIndices_WithAnOldIndex_CopiesAllKindsOfDocuments()
    {
        var old = _index + "_before";
        await WriteAsync("_before", ("1", Sent("r")), ("2", Pending("r", "a", key: "123")), ("3", Pending("r", "b", key: "abc")));
        await WriteAsync("_before_silence", ("1", """{"rule_name": "r", "until": "2024-01-01T12:01:00Z", "@timestamp": "2024-01-01T12:00:00Z"}"""));

        var lines = await CreateIndicesAsync(new WritebackIndexOptions { OldIndex = old });

        lines.Should().Contain($"3 documents copied from {old} to {_index}").And.Contain($"1 documents copied from {old}_silence to {_index}_silence");
        (await CountAsync("")).Should().Be(3);
        (await State.Silences.FindAsync(["r"], Cancellation)).Should().HaveCount(1);
    }

    [Fact]
    public async Task Store_IndexThatIsNotOurs_IsRefusedAndLeftAsItIs()
    {
        await WriteAsync("_state", ("1", "{}"));

        var load = () => State.Store.LoadAsync("r", Cancellation);

        (await load.Should().ThrowAsync<StateFormatException>()).WithMessage($"*{_index}_state*was not created by this engine*");
    }

    [Fact]
    public async Task Store_NewerSchema_IsRefusedAndNeverOverwritten()
    {
        await State.Store.CommitAsync(Commit("1", null), Cancellation);
        var id = DocumentKey.Of("r");
        var newer = (await SourceAsync("_state", id)).Replace("\"schema\":1", "\"schema\":2", StringComparison.Ordinal);
        await WriteAsync("_state", (id, newer));

        var load = () => State.Store.LoadAsync("r", Cancellation);
        var commit = () => State.Store.CommitAsync(Commit("2", "1"), Cancellation);

        (await load.Should().ThrowAsync<StateFormatException>()).WithMessage("*newer version*schema is 2*");
        await commit.Should().ThrowAsync<StateFormatException>();
        (await SourceAsync("_state", id)).Should().Be(newer);
    }

    [Fact]
    public async Task Store_PartIsMissing_IsRefused()
    {
        await State.Store.CommitAsync(Commit("1", null, new StatePart("a", new byte[] { 1 })), Cancellation);
        await using (await Transport.SendAsync(new SearchRequest("DELETE", $"/{_index}_state/_doc/{DocumentKey.Of("r")}.{DocumentKey.Of("1")}.0"), Cancellation))
        {
        }

        var load = () => State.Store.LoadAsync("r", Cancellation);

        (await load.Should().ThrowAsync<StateFormatException>()).WithMessage("*'r' is incomplete*");
    }

    [Fact]
    public async Task Store_LeftoversOfAnInterruptedCommit_AreSwept()
    {
        await State.Store.CommitAsync(Commit("1", null, new StatePart("a", new byte[] { 1 })), Cancellation);
        var interrupted = new WritebackState(new FailingTransport(Transport, "_doc/"), _index, TimeSpan.FromDays(2), TimeProvider.System);
        var commit = () => interrupted.Store.CommitAsync(Commit("lost", "1", new StatePart("a", new byte[] { 2 })) with { Alerts = [Alert("lost")] }, Cancellation);
        await commit.Should().ThrowAsync<SearchException>();
        await RefreshAsync("_state", "_outbox");
        (await CountAsync("_state")).Should().Be(3, "of the manifest, its part, and the leftover");
        (await State.Outbox.LoadAsync(null, includeDead: true, Cancellation)).Should().BeEmpty("no manifest names it");

        var state = State;
        (await state.Store.LoadAsync("r", Cancellation))!.Parts[0].Content.ToArray().Should().Equal(1);
        await state.Store.CommitAsync(Commit("2", "1"), Cancellation);

        (await CountAsync("_state")).Should().Be(2);
        (await CountAsync("_outbox")).Should().Be(0);
    }

    [Fact]
    public async Task Store_DroppedParts_AreRemovedWithALaterCommit()
    {
        var state = State;
        for (var i = 1; i <= 10; i++)
            await state.Store.CommitAsync(Commit($"{i}", i == 1 ? null : $"{i - 1}", new StatePart("a", new byte[] { (byte)i })), Cancellation);

        (await CountAsync("_state")).Should().BeLessThanOrEqualTo(3, "of the manifest, its part, and the last dropped one");
    }

    [Fact]
    public async Task Store_AnswerToTheCommitIsLost_RepeatingItIsCommitted()
    {
        await State.Store.CommitAsync(Commit("1", null), Cancellation);
        var state = new WritebackState(new FailingTransport(Transport, "if_seq_no", afterSending: true), _index, TimeSpan.FromDays(2), TimeProvider.System);
        var next = Commit("2", "1", new StatePart("a", new byte[] { 1 })) with { Alerts = [Alert("2")] };
        var commit = () => state.Store.CommitAsync(next, Cancellation);
        await commit.Should().ThrowAsync<SearchException>();

        (await State.Store.CommitAsync(next, Cancellation)).Should().Be(CommitOutcome.Committed);

        (await State.Outbox.LoadAsync("r", includeDead: false, Cancellation)).Should().HaveCount(1);
    }

    [Fact]
    public async Task Store_RecordedAlerts_AreNotNamedForEver()
    {
        var state = State;
        for (var i = 1; i <= 10; i++)
        {
            var alert = Alert($"{i}");
            await state.Store.CommitAsync(Commit($"{i}", i == 1 ? null : $"{i - 1}") with { Alerts = [alert] }, Cancellation);
            await state.Outbox.RecordAsync([new OutboxChange.Updated("r", alert.Id, alert.Entries[0] with { State = OutboxEntryState.Dead })], Cancellation);
        }

        await state.Store.CommitAsync(Commit("11", "10"), Cancellation);

        using var manifest = JsonDocument.Parse(await SourceAsync("_state", DocumentKey.Of("r")));
        manifest.RootElement.GetProperty("batches").GetArrayLength().Should().Be(0);
        (await State.Outbox.LoadAsync("r", includeDead: true, Cancellation)).Should().HaveCount(10);
    }

    private static HistoryDocument Document(HistoryKind kind, string id, string json) => new(kind, id, Encoding.UTF8.GetBytes(json));

    private static string Status(string rule, string end) =>
        $$"""{"rule_name": "{{rule}}", "starttime": "2024-01-01T11:45:00Z", "endtime": "{{end}}", "matches": 0, "hits": 0, "@timestamp": "{{end}}"}""";

    private static string Pending(string rule, string id, string? head = null, string? key = null, int second = 0, string alertTime = "2024-01-01T12:10:00Z")
    {
        var more = (head is null ? "" : $", \"aggregate_id\": \"{head}\"") + (key is null ? "" : $", \"aggregation_key\": \"{key}\"");
        return $$"""
            {"match_body": {"_id": "{{id}}", "a": 1}, "rule_name": "{{rule}}", "alert_info": {"type": "debug"}, "alert_sent": false, "alert_time": "{{alertTime}}",
             "alert_exception": null, "@timestamp": "2024-01-01T11:59:{{second:00}}Z"{{more}}}
            """;
    }

    private static string Failed(string rule, string alertTime) =>
        $$"""
        {"match_body": {"a": 1}, "rule_name": "{{rule}}", "alert_info": {"type": "debug"}, "alert_sent": false, "alert_time": "{{alertTime}}",
         "alert_exception": "Error: no answer", "@timestamp": "{{alertTime}}"}
        """;

    private static string Sent(string rule) =>
        $$"""{"match_body": {"a": 1}, "rule_name": "{{rule}}", "alert_sent": true, "alert_time": "2024-01-01T12:00:00Z", "@timestamp": "2024-01-01T12:00:00Z"}""";

    private static RunCommit Commit(string id, string? previous, params StatePart[] parts) => new()
    {
        Rule = "r",
        CommitId = id,
        PreviousCommitId = previous,
        Lease = new RuleLease("o", 1, Now),
        Checkpoint = new byte[] { 1 },
        Parts = parts,
    };

    private static OutboxAlert Alert(string id) => new()
    {
        Id = id,
        Rule = "r",
        DedupKey = "r",
        AlertTime = Now,
        CreatedAt = Now,
        Matches = "[]"u8.ToArray(),
        Entries = [new OutboxEntry { Channel = "0:debug", Subject = "s", Body = "b", NextAttempt = Now, Deadline = Now }],
    };

    private async Task<List<string>> CreateIndicesAsync(WritebackIndexOptions? options = null)
    {
        var lines = new List<string>();
        await new WritebackIndexCreator(Transport, TimeProvider.System).CreateAsync(
            (options ?? new WritebackIndexOptions()) with { Index = _index }, lines.Add, Cancellation);
        return lines;
    }

    private async Task WriteAsync(string suffix, params (string Id, string Json)[] documents)
    {
        var body = string.Concat(documents.Select(document =>
            $$"""{"index": {"_id": "{{document.Id}}"} }""" + "\n" + document.Json.ReplaceLineEndings(" ") + "\n"));
        var request = new SearchRequest("POST", $"/{_index}{suffix}/_bulk?refresh=true") { Body = Encoding.UTF8.GetBytes(body), ContentType = "application/x-ndjson" };
        await using var answer = await Transport.SendAsync(request, Cancellation);
        using var result = await JsonDocument.ParseAsync(answer.Body, cancellationToken: Cancellation);
        result.RootElement.GetProperty("errors").GetBoolean().Should().BeFalse(result.RootElement.GetRawText());
    }

    private async Task<string> SourceAsync(string suffix, string id)
    {
        await using var answer = await Transport.SendAsync(new SearchRequest("GET", $"/{_index}{suffix}/_doc/{id}"), Cancellation);
        using var document = await JsonDocument.ParseAsync(answer.Body, cancellationToken: Cancellation);
        return document.RootElement.GetProperty("_source").GetRawText();
    }

    private async Task<int> CountAsync(string suffix)
    {
        await RefreshAsync(suffix);
        await using var answer = await Transport.SendAsync(new SearchRequest("GET", $"/{_index}{suffix}/_count"), Cancellation);
        using var document = await JsonDocument.ParseAsync(answer.Body, cancellationToken: Cancellation);
        return document.RootElement.GetProperty("count").GetInt32();
    }

    private async Task RefreshAsync(params string[] suffixes)
    {
        foreach (var suffix in suffixes)
        {
            await using var answer = await Transport.SendAsync(new SearchRequest("POST", $"/{_index}{suffix}/_refresh"), Cancellation);
        }
    }
}
