using System.Text.Json;
using ElastAlert.Alerters.Hive;
using ElastAlert.Alerters.Tests.Http;
using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests.Hive;

/// <summary>Shows what the recorded cases do not: what the reference does wrong with mappings and arguments.</summary>
public sealed class HiveAlerterTests
{
    private static readonly RuleMatch Match = Some.Match("""{"host":"web-1","user":"{0}","tags":["b","a","b"]}""");

    [Fact]
    public async Task SendAsync_MappingBeginsWithADetail_StillObserves()
    {
        var alert = await SendAsync("""{"type":"t","source":"s"}""", """[{"tlp":3,"message":"m","domain":"host"},{"tlp":1}]""");

        var artifact = alert.GetProperty("artifacts").EnumerateArray().Should().ContainSingle().Subject;
        artifact.GetRawText().Should().Be("""{"tlp":3,"tags":[],"message":"m","dataType":"domain","data":"web-1"}""");
    }

    [Fact]
    public async Task SendAsync_TextForWhatIsMissing_FillsInAndIsNotSent()
    {
        var alert = await SendAsync("""{"type":"t","source":"s-{}-{}","source_args":["gone","host"],"source_missing_value":"none"}""");

        alert.GetProperty("source").GetString().Should().Be("s-none-web-1");
        alert.EnumerateObject().Select(static member => member.Name).Should().NotContain(static name => name.StartsWith("source_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendAsync_ValueLooksLikeAPlaceholder_StaysAValue()
    {
        var alert = await SendAsync("""{"type":"t","source":"{}","source_args":["user"]}""");

        alert.GetProperty("source").GetString().Should().Be("{0}");
    }

    [Fact]
    public async Task SendAsync_TagsOfAList_KeepTheirOrderAndAreDistinct()
    {
        var alert = await SendAsync("""{"type":"t","source":"s","tags":["tags","host","plain"]}""");

        alert.GetProperty("tags").EnumerateArray().Select(static tag => tag.GetString()).Should().Equal("b", "a", "web-1", "plain");
    }

    [Fact]
    public async Task SendAsync_CustomFieldsAsAMapping_AreSentAsTheyAre()
    {
        var alert = await SendAsync("""{"type":"t","source":"s","customFields":{"f":{"order":0,"string":"host"}}}""");

        alert.GetProperty("customFields").GetRawText().Should().Be("""{"f":{"order":0,"string":"host"}}""");
    }

    [Theory]
    [InlineData("""{"source":"s"}""", RuleProblemSeverity.Error, "has no type*")]
    [InlineData("""{"type":"t"}""", RuleProblemSeverity.Error, "has no source*")]
    [InlineData("""{"type":"t","source":"{","source_args":["a"]}""", RuleProblemSeverity.Error, "has a placeholder that cannot be read*")]
    [InlineData("""{"type":"t","source":"s","customFields":[{"name":"f","type":"string"}]}""", RuleProblemSeverity.Error, "has an entry in customFields*")]
    [InlineData("""{"type":"t","source":"s","title_args":["host"]}""", RuleProblemSeverity.Warning, "has title_args without title*")]
    public void Read_AlertThatCannotBeMade_IsAProblem(string config, RuleProblemSeverity severity, string message)
    {
        var reader = new AlerterOptionReader(Some.Rule(), Some.Entry("hivealerter", Options(config)));

        HiveAlerterOptions.Read(reader);

        var problem = reader.Problems.Should().ContainSingle().Subject;
        problem.Severity.Should().Be(severity);
        problem.Message.Should().Match(message);
    }

    [Theory]
    [InlineData("{}", true, null)]
    [InlineData("""{"hive_verify":false}""", false, null)]
    [InlineData("""{"hive_verify":"/ca.pem"}""", true, "/ca.pem")]
    public void Read_Certificates_AreVerifiedUnlessTheRuleSaysNo(string connection, bool verifies, string? authorities)
    {
        var http = HiveAlerterOptions.Read(new AlerterOptionReader(Some.Rule(), Some.Entry("hivealerter", $$"""{"hive_connection":{{connection}}}"""))).Http;

        (http.VerifiesCertificates, http.CaCerts).Should().Be((verifies, authorities));
    }

    [Fact]
    public async Task SendAsync_Again_HasTheSameReferenceAndTakesThatItIsThereForSuccess()
    {
        var requests = 0;
        await using var server = new ScriptedHttpServer(_ => requests++ == 0
            ? new(201)
            : new(400, """{"type":"CreateError","message":"Alert is already exist in database"}"""));
        var alerter = TestAlerters.Create(server, "hivealerter", Options("""{"type":"t","source":"s"}"""));

        await alerter.SendAsync(Some.Alert(matches: Match), CancellationToken.None);
        await alerter.SendAsync(Some.Alert(matches: Match), CancellationToken.None);

        var references = server.Requests.Select(static request => request.Json().GetProperty("sourceRef").GetString()).ToList();
        references.Should().HaveCount(2);
        references.Distinct().Should().ContainSingle().Which.Should().MatchRegex("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    }

    [Fact]
    public async Task SendAsync_ReferenceOfTheRuleIsThere_Fails()
    {
        await using var server = new ScriptedHttpServer(static _ => new(400, """{"message":"Alert already exists"}"""));
        var alerter = TestAlerters.Create(server, "hivealerter", Options("""{"type":"t","source":"s","sourceRef":"fixed"}"""));

        var send = () => alerter.SendAsync(Some.Alert(matches: Match), CancellationToken.None);

        await send.Should().ThrowAsync<AlertDeliveryException>();
    }

    private static string Options(string config, string mapping = "[]") =>
        $$"""{"hive_connection":{"hive_apikey":"k"},"hive_alert_config":{{config}},"hive_observable_data_mapping":{{mapping}}}""";

    private static async Task<JsonElement> SendAsync(string config, string mapping = "[]")
    {
        await using var server = new ScriptedHttpServer(static _ => new(201));
        await TestAlerters.Create(server, "hivealerter", Options(config, mapping)).SendAsync(Some.Alert(matches: Match), CancellationToken.None);
        return server.Requests[0].Json();
    }
}
