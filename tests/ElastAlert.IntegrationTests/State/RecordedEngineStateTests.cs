using System.Text.Json;
using ElastAlert.Alerting;
using ElastAlert.Embedded;
using ElastAlert.Engine.Commits;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Runs;
using ElastAlert.Hosting;
using ElastAlert.State.Writeback;
using ElastAlert.TestSupport;
using ElastAlert.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.IntegrationTests.State;

/// <summary>
/// Reads the state of a rule as earlier versions of the engine wrote it beside a writeback index, with every kind of part. With a new version, a file of
/// it is added here; none is ever replaced.
/// </summary>
/// <remarks><c>RECORD_STATE=1</c> writes the file of the current version.</remarks>
public sealed class RecordedEngineStateTests : IDisposable
{
    private const string Name = "recorded rule";

    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();
    private static readonly Rule Rule = Some.Rule(Name, "frequency", """{"num_events": 3}""");
    private static readonly DateTimeOffset Moment = Some.Moment;

    private readonly EmbeddedSearch _search = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static RuleTypeRegistration Frequency => BuiltInRuleTypes.All.Single(static type => type.Name == "frequency");

    private WritebackState State => Open(_search);

    public void Dispose() => _search.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Read_StateOfAVersion_HasAllOfIt(int version)
    {
        if (Environment.GetEnvironmentVariable("RECORD_STATE") == "1" && version == ElastAlert.Engine.Memory.Checkpoint.CurrentVersion)
            await RecordAsync();
        await LoadAsync(version);

        var state = (await State.Store.LoadAsync(Name, Cancellation))!;
        var memory = RuleStateReader.Read(Rule, Name, Frequency, Services, state, beginAnew: false);

        memory.GoesOn.Should().BeTrue("the windows are those of the rule");
        memory.Seen.Count.Should().Be(2);
        memory.Seen.See(Hit("a"), isRemembered: true).Should().BeTrue();
        memory.Silences.Silences.Should().Equal(new Silence(Name + ".bob", Moment.AddMinutes(20), 3));
        memory.Held.Items.Select(static item => (item.Id, item.Key, item.AlertTime, item.Number, item.IsEnhanced, Ids(item.Matches))).Should().Equal(
            ("h1", null, Moment.AddHours(1), 0, false, "a,b"), ("h2", "bob", Moment.AddHours(2), 1, true, "c"));
        memory.Unrecorded.Should().ContainSingle().Which.Should().Match<HistoryDocument>(static document => document.Kind == HistoryKind.Status && document.Id == "s1");
        memory.LastSeed!.Query.Name.Should().Be("first");
        memory.LastSeed.Answer.GetProperty("hits").GetInt32().Should().Be(7);
        DecisionLog.Read(state.Parts).Should().Equal(Decision());
        var open = memory.Checkpoint.Open!;
        (open.Start, open.End, open.Next, open.Hits, open.AlreadySeen, open.Matches).Should().Be((Moment.AddHours(-1), Moment, Moment.AddMinutes(-30), 5, 1, 1));
        Ids(await new WaitingReader(State.Store, Name).ReadAsync(open.Waiting, Cancellation)).Should().Be("w");
        memory.Checkpoint.Should().BeEquivalentTo(Checkpoint(), static options => options.Excluding(static checkpoint => checkpoint.Open)
            .Excluding(static checkpoint => checkpoint.NextPart).Excluding(static checkpoint => checkpoint.Version));
        memory.RuleType.Evaluate(new RuleInput.Hits([Hit("third")])).Should().ContainSingle("two of three events were in the window");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Commit_OnTopOfTheStateOfAVersion_IsReadAgain(int version)
    {
        await LoadAsync(version);
        var state = (await State.Store.LoadAsync(Name, Cancellation))!;
        var memory = RuleStateReader.Read(Rule, Name, Frequency, Services, state, beginAnew: false);
        var content = new CommitContent
        {
            CommitId = "next",
            Now = Moment.AddMinutes(1),
            Checkpoint = memory.Checkpoint with { Open = null },
            Held = memory.Held.Without("h1"),
            Silences = [new Silence(Name, Moment.AddHours(5))],
        };

        var outcome = await State.Store.CommitAsync(Builder().Build(memory, content, state.CommitId, state.Lease), Cancellation);
        var next = RuleStateReader.Read(Rule, Name, Frequency, Services, await State.Store.LoadAsync(Name, Cancellation), beginAnew: false);

        outcome.Should().Be(CommitOutcome.Committed);
        next.Held.Items.Should().ContainSingle().Which.Id.Should().Be("h2");
        next.Silences.Silences.Should().HaveCount(2);
        next.Seen.Count.Should().Be(2);
        (await State.Store.LoadPartAsync(Name, PartNames.Waiting(0), Cancellation)).Should().BeNull();
        (await State.Outbox.LoadAsync(Name, includeDead: true, Cancellation)).Should().ContainSingle().Which.Id.Should().Be(Name + "/first/0");
    }

    [Theory]
    [InlineData(1, "held/")]
    [InlineData(2, HeldLog.Prefix)]
    public async Task Parts_OfAVersion_AreOfEveryKind(int version, string held)
    {
        await LoadAsync(version);

        var parts = await State.Store.LoadPartsAsync("", Cancellation);

        parts[Name].Select(static part => part.Name[..(part.Name.IndexOf('/', StringComparison.Ordinal) + 1)]).Distinct().Should().BeEquivalentTo(
            held, SilenceLog.Prefix, StatePart.WaitingPrefix, PartNames.RuleType, "seen/", "seed/", "records/", "why/");
    }

    private static RunCommitBuilder Builder() => new(TimeSpan.FromDays(2));

    private static WritebackState Open(EmbeddedSearch search) => new(new EmbeddedSearchTransport(search), "wb", TimeSpan.FromDays(2), TimeProvider.System);

    private static string FileOf(int version) =>
        Path.Combine(Repository.Root, "tests", "ElastAlert.IntegrationTests", "State", "recorded", $"engine-v{version}.ndjson");

    private static async Task RecordAsync()
    {
        using var search = new EmbeddedSearch();
        var memory = RuleStateReader.Read(Rule, Name, Frequency, Services, null, beginAnew: false);
        foreach (var hit in new[] { Hit("a"), Hit("b") })
        {
            memory.Seen.See(hit, isRemembered: true);
            memory.RuleType.Evaluate(new RuleInput.Hits([hit]));
        }

        memory.Waiting.Add([Match("w")]);
        memory.LastSeed = new RuleInput.Seed(new SeedQuery("first", "logs-*", JsonElement.Parse("""{"size": 0}""")), JsonElement.Parse("""{"hits": 7}"""));
        await Open(search).Store.CommitAsync(Builder().Build(memory, Content(), null, new RuleLease("owner", 7, Moment)), Cancellation);
        var transport = new EmbeddedSearchTransport(search);
        await File.WriteAllLinesAsync(
            FileOf(ElastAlert.Engine.Memory.Checkpoint.CurrentVersion), [.. await LinesAsync(transport, "wb_state"), .. await LinesAsync(transport, "wb_outbox")], Cancellation);
    }

    private static CommitContent Content() => new()
    {
        CommitId = "first",
        Now = Moment,
        Checkpoint = Checkpoint(),
        Held = HeldAggregates.Empty
            .With(new HeldAggregate("h1", null, Moment.AddHours(1)) { Number = 0, Matches = [Match("a"), Match("b")] })
            .With(new HeldAggregate("h2", "bob", Moment.AddHours(2)) { Number = 1, IsEnhanced = true, Matches = [Match("c")] }),
        Silences = [new Silence(Name + ".bob", Moment.AddMinutes(20), 3)],
        Decisions = [Decision()],
        Records = [new HistoryDocument(HistoryKind.Status, "s1", """{"rule_name": "recorded rule"}"""u8.ToArray())],
        Alerts = [Alert()],
    };

    private static Checkpoint Checkpoint() => new()
    {
        Detection = DetectionFingerprint.Of(Rule),
        End = Moment.AddMinutes(-30),
        ResumeFrom = Moment.AddHours(-3),
        MinimumStart = Moment.AddHours(-2),
        BucketOffset = TimeSpan.FromSeconds(17),
        IsWarm = true,
        Open = new OpenRun(Moment.AddHours(-1), Moment, Moment.AddMinutes(-30), 5, 1, 1, []),
        Incomplete = [new IncompleteSpan(Moment.AddHours(-5), Moment.AddHours(-4), Moment.AddHours(-4))],
        Seed = new SeedProgress(Moment, Moment.AddDays(-30), 1, false),
        Imported = [new ImportedDocument("wb", "pending", 3, 1)],
    };

    private static MatchDecision Decision() => new()
    {
        MatchTime = Moment,
        DecidedAt = Moment.AddSeconds(30),
        Outcome = MatchOutcome.Silenced,
        SilenceKey = Name + ".bob",
        DocumentId = "logs/a",
        AlertId = "alert",
        Until = Moment.AddMinutes(20),
        By = "an enhancement",
    };

    private static OutboxAlert Alert() => new()
    {
        Id = Name + "/first/0",
        Rule = Name,
        DedupKey = Name,
        AlertTime = Moment,
        CreatedAt = Moment,
        Matches = MatchCodec.Write([Match("a")]),
        Entries = [new OutboxEntry { Channel = "0:debug", Subject = "subject", Body = "body", NextAttempt = Moment, Deadline = Moment.AddDays(2) }],
    };

    private static Hit Hit(string id) => Some.Hit("""{"user": "bob"}""", Moment.AddMinutes(-1), id);

    private static RuleMatch Match(string id) => Some.Match($$"""{"_id": "{{id}}", "text": "größer ☃"}""") with { Summary = "summary" };

    private static string Ids(IEnumerable<RuleMatch> matches) => string.Join(',', matches.Select(static match => match.Fields.Find("_id").AsText()));

    private static async Task<List<string>> LinesAsync(EmbeddedSearchTransport transport, string index)
    {
        await using var answer = await transport.SendAsync(new SearchRequest("POST", $"/{index}/_search?size=100"), Cancellation);
        using var result = await JsonDocument.ParseAsync(answer.Body, cancellationToken: Cancellation);
        return [.. result.RootElement.GetProperty("hits").GetProperty("hits").EnumerateArray().SelectMany(hit => new[]
        {
            $$"""{"index": {"_index": "{{index}}", "_id": "{{hit.GetProperty("_id").GetString()}}"} }""", hit.GetProperty("_source").GetRawText(),
        })];
    }

    // Looking for the state of a rule makes the indices.
    private async Task LoadAsync(int version)
    {
        await State.Store.LoadAsync(Name, Cancellation);
        var request = new SearchRequest("POST", "/_bulk?refresh=true") { Body = await File.ReadAllBytesAsync(FileOf(version), Cancellation), ContentType = "application/x-ndjson" };
        await using var answer = await new EmbeddedSearchTransport(_search).SendAsync(request, Cancellation);
        answer.IsSuccess.Should().BeTrue();
    }
}
