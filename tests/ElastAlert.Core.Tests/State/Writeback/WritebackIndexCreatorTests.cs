using System.Globalization;
using ElastAlert.State.Writeback;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.State.Writeback;

[Trait("Vector", "T63")]
public sealed class WritebackIndexCreatorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"number": "8.2.0"}""", "date_optional_time")]
    [InlineData("""{"number": "9.5.3"}""", "date_optional_time")]
    [InlineData("""{"number": "7.17.0"}""", "dateOptionalTime")]
    [InlineData("""{"number": "2.11.0", "distribution": "opensearch"}""", "date_optional_time")]
    [InlineData("""{"number": "3.0.0", "distribution": "opensearch"}""", "date_optional_time")]
    [InlineData("""{"number": "1.3.14", "distribution": "opensearch"}""", "dateOptionalTime")]
    public async Task CreateAsync_AServer_GetsTheMappingsOfItsGeneration(string version, string dateFormat)
    {
        var transport = Server(version).Always("HEAD", "/wb", "", 404).Always("PUT", "/wb", """{"acknowledged": true}""");

        var lines = await CreateAsync(transport);

        lines.Should().Equal("New index wb created", "Done!");
        var created = transport.Requests.Where(request => request.Method == "PUT").ToList();
        created.Select(request => request.Path).Should()
            .Equal("/wb", "/wb_status", "/wb_silence", "/wb_error", "/wb_past", "/wb_state", "/wb_outbox");
        System.Text.Encoding.UTF8.GetString(created[0].Body.Span).Should().Contain($"\"format\": \"{dateFormat}\"");
    }

    [Theory]
    [InlineData("6.8.23")]
    [InlineData("5.0")]
    [InlineData("unknown")]
    public async Task CreateAsync_AServerThatIsTooOld_IsRefused(string version)
    {
        var create = () => CreateAsync(Server($$"""{"number": "{{version}}"}"""));

        (await create.Should().ThrowAsync<ElastAlertException>()).WithMessage($"FATAL - Unsupported Elasticsearch version: {version}. Aborting.");
    }

    [Fact]
    public async Task CreateAsync_IndexExists_AsksTwoThingsAndCreatesNothing()
    {
        var transport = Server("""{"number": "8.2.0"}""").Always("HEAD", "/wb", "");

        var lines = await CreateAsync(transport);

        lines.Should().Equal("Index wb already exists. Skipping index creation.");
        transport.Requests.Should().HaveCount(2);
    }

    [Fact]
    [Trait("Quirk", "Q76 fix")]
    public async Task CreateAsync_OnlyASiblingExists_ItIsKept()
    {
        var transport = Server("""{"number": "8.2.0"}""")
            .Always("HEAD", "/wb", request => ScriptedSearchTransport.Json("", request.Path == "/wb_status" ? 200 : 404))
            .Always("PUT", "/wb", """{"acknowledged": true}""");

        await CreateAsync(transport);

        transport.Requests.Should().NotContain(request => request.Method == "DELETE")
            .And.NotContain(request => request.Method == "PUT" && request.Path == "/wb_status");
    }

    [Fact]
    public async Task CreateAsync_Recreate_DeletesWhatIsThereFirst()
    {
        var transport = Server("""{"number": "8.2.0"}""")
            .Always("HEAD", "/wb", "").Always("DELETE", "/wb", "{}").Always("PUT", "/wb", """{"acknowledged": true}""");

        await CreateAsync(transport, new WritebackIndexOptions { Index = "wb", Recreate = true });

        transport.Requests.Where(request => request.Path == "/wb_state").Select(request => request.Method).Should().Equal("HEAD", "DELETE", "PUT");
    }

    [Fact]
    public async Task CreateAsync_GivenVersion_IsNotAskedFor()
    {
        var transport = new ScriptedSearchTransport().Always("HEAD", "/wb", "");

        await CreateAsync(transport, new WritebackIndexOptions { Index = "wb", Version = "7.10.2" });

        transport.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task CreateAsync_ServerThatIsAwayForAMoment_IsAskedThreeTimes()
    {
        var clock = new TestClock();
        var transport = new ScriptedSearchTransport()
            .Once("GET", "/", "{}", 503).Once("GET", "/", "{}", 503).Once("GET", "/", """{"version": {"number": "8.2.0"}}""")
            .Always("HEAD", "/wb", "");
        var lines = new List<string>();
        var creating = new WritebackIndexCreator(transport, clock).CreateAsync(new WritebackIndexOptions { Index = "wb" }, lines.Add, Cancellation);

        await clock.AdvanceAsync(TimeSpan.FromSeconds(6));
        await creating;

        lines.Should().HaveCount(1);
    }

    private static ScriptedSearchTransport Server(string version) =>
        new ScriptedSearchTransport().Always("GET", "/", string.Create(CultureInfo.InvariantCulture, $"{{\"version\": {version}}}"));

    private static async Task<List<string>> CreateAsync(ISearchTransport transport, WritebackIndexOptions? options = null)
    {
        var lines = new List<string>();
        await new WritebackIndexCreator(transport, new TestClock()).CreateAsync(
            options ?? new WritebackIndexOptions { Index = "wb" }, lines.Add, Cancellation);
        return lines;
    }
}
