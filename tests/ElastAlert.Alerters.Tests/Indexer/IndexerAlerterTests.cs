using System.Text.Json;
using ElastAlert.Alerters.Indexer;
using ElastAlert.Alerters.Tests.Http;
using ElastAlert.Embedded;
using ElastAlert.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Tests.Indexer;

/// <summary>Shows what the recorded cases do not: the cluster of the rule, retries, and values that the reference cannot take.</summary>
public sealed class IndexerAlerterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastalert-indexer");
    private readonly ScriptedSearchTransport _cluster = new ScriptedSearchTransport().Always("PUT", "/alerts/_create/", "{}", 201);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_RuleWithoutAClusterOfItsOwnForAlerts_WritesToTheClusterOfTheRule()
    {
        var clock = new TestClock();
        using var search = new EmbeddedSearch(clock);
        search.Index("logs-1", """{"@timestamp":"2024-05-01T11:59:00Z","host":"web-1"}""");
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(clock)
            .AddElastAlert(elastAlert => elastAlert.AddServiceAlerters().UseEmbeddedSearch(search).AddRule("a", static rule => rule
                .Index("logs-*").Any().Alert("indexer", Some.Options("""{"indexer_alerts_name":"alerts","indexer_alert_config":{"host.name":"host"}}"""))))
            .BuildServiceProvider();

        await services.GetRequiredService<IElastAlertEngine>().RunSpanAsync(Some.Moment.AddHours(-1), Some.Moment, TestContext.Current.CancellationToken);

        var answer = await new EmbeddedSearchTransport(search).SendAsync(new SearchRequest("GET", "/alerts/_search"), TestContext.Current.CancellationToken);
        var hits = (await JsonDocument.ParseAsync(answer.Body, cancellationToken: TestContext.Current.CancellationToken)).RootElement.GetProperty("hits").GetProperty("hits");
        hits.EnumerateArray().Should().ContainSingle().Which.GetProperty("_source").GetRawText().Should()
            .Be("""{"@timestamp":"2024-05-01T12:00:00.000000Z","host":{"name":"web-1"}}""");
    }

    [Fact]
    public async Task SendAsync_SecondAttempt_NamesTheSameDocumentAndTakesAConflictForSuccess()
    {
        var cluster = new ScriptedSearchTransport()
            .Once("PUT", "/alerts/_create/", static _ => throw new SearchException("es closed the connection") { IsTransient = true })
            .Always("PUT", "/alerts/_create/", """{"error":{"type":"version_conflict_engine_exception"}}""", 409);
        var alerter = Create("""{"a":"host"}""", cluster);
        var act = () => alerter.SendAsync(Some.Alert(), CancellationToken.None);
        (await act.Should().ThrowAsync<AlertDeliveryException>()).Which.IsTransient.Should().BeTrue();

        await alerter.SendAsync(Some.Alert(), CancellationToken.None);

        cluster.Requests[1].Path.Should().Be(cluster.Requests[0].Path);
        cluster.Requests.Should().OnlyContain(static request => !request.IsIdempotent);
    }

    [Theory]
    [InlineData("""{"f":[{"name":"zero","value":0},{"name":"no","value":false},{"name":"empty","value":""}]}""", """{"f":{"zero":0,"no":false,"empty":""}}""")]
    [InlineData("""{"f":[{"inner":[{"name":"host","value":"host"}]},{"name":"fixed","value":"text"}]}""", """{"f":{"inner":{"host":"web-1"},"fixed":"text"}}""")]
    [InlineData("""{"user":"user","gone":{"deep":"gone.deep"},"list":"tags","team":"owner"}""", """{"user":{"name":"bob"},"list":["a"],"team":"ops"}""")]
    [InlineData("""{"host":"host","host.name":"host"}""", """{"host":"web-1","host.name":"web-1"}""")]
    [InlineData("""{"host.name":"host","host":"host"}""", """{"host":"web-1"}""")]
    public async Task SendAsync_Values_AreFilledIn(string config, string expected) =>
        (await DocumentAsync(config)).GetRawText().Should().Be(expected);

    [Theory]
    [InlineData("""{"query_string":{"query":"level: ERROR"}}""", "level: ERROR")]
    [InlineData("""{"bool":{"must":[],"filter":{"query_string":{"query":"a"}}}}""", "a")]
    [InlineData("""{"term":{"level":"ERROR"}}""", """{"term": {"level": "ERROR"}}""")]
    public async Task SendAsync_Filter_IsTheQueryOfTheRule(string filter, string expected)
    {
        var rule = Some.Rule();
        rule = rule with { Query = rule.Query with { Filter = [JsonElement.Parse(filter)] } };

        var document = await DocumentAsync("""{"f":[{"name":"query","value":"filter"}]}""", rule);

        document.GetProperty("f").GetProperty("query").GetString().Should().Be(expected);
    }

    [Fact]
    public void Read_File_IsTheConnectionAndTheIndex()
    {
        var path = Path.Combine(_folder.FullName, "config.yaml");
        File.WriteAllText(path, "es_host: other\nes_port: 9201\nindexer_alerts_name: siem\nrules_folder: rules\n");

        var options = Read($$"""{"indexer_config":"{{path}}"}""", out var problems);

        problems.Should().BeEmpty();
        (options.Connection.Nodes[0], options.Index).Should().Be((new Uri("http://other:9201/"), "siem"));
    }

    [Theory]
    [InlineData("""{"indexer_config":"/no/such/file.yaml","indexer_alerts_name":"a"}""", "The file '/no/such/file.yaml' does not exist.")]
    [InlineData("""{"indexer_connection":{"es_host":"es"}}""", "says nothing about the index to write to: indexer_alerts_name is missing.")]
    [InlineData("""{"indexer_connection":{"es_port":9200,"indexer_alerts_name":"a"}}""", "names no host.")]
    [InlineData("""{"indexer_connection":{"es_host":"es","es_username":"u","indexer_alerts_name":"a"}}""", "stands without es_password.")]
    public void Read_ClusterThatCannotBeReached_IsAProblem(string options, string message)
    {
        Read(options, out var problems);

        problems.Should().ContainSingle().Which.Message.Should().Be(message);
    }

    private static IndexerAlerterOptions Read(string options, out IReadOnlyList<RuleProblem> problems)
    {
        var reader = new AlerterOptionReader(Some.Rule(), Some.Entry("indexer", options));
        var read = IndexerAlerterOptions.Read(reader);
        problems = reader.Problems;
        return read;
    }

    private async Task<JsonElement> DocumentAsync(string config, Rule? rule = null)
    {
        var match = Some.Match("""{"host":"web-1","user":{"name":"bob"},"tags":["a"]}""");
        await Create(config, _cluster, rule).SendAsync(Some.Alert(rule, match), CancellationToken.None);
        var document = Values.Document.Of(JsonElement.Parse(_cluster.Requests[0].Body.Span));
        return document.Without("@timestamp").ToJson();
    }

    private static IAlerter Create(string config, ISearchTransport cluster, Rule? rule = null)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new TestClock()).AddElastAlertAlerters().BuildServiceProvider();
        var options = $$"""{"owner":"ops","indexer_alerts_name":"alerts","indexer_alert_config":{{config}} }""";
        return TestAlerters.Create(services, "indexer", options, rule, _ => cluster);
    }
}
