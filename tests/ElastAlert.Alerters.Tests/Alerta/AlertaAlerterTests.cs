using System.Text.Json;
using ElastAlert.Alerters.Tests.Http;
using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests.Alerta;

/// <summary>Shows what the recorded cases do not: data that looks like a placeholder, resources that do not stick, texts of rule types.</summary>
public sealed class AlertaAlerterTests
{
    private static readonly Rule KeyedRule = Some.Rule() with { Query = new RuleQuery { Index = "logs-*", QueryKey = "host" } };

    [Fact]
    public async Task SendAsync_DataLooksLikeAPlaceholder_StaysData()
    {
        var alert = await SendAsync("""{"alerta_text":"{message} %(message)s"}""", Some.Match("""{"message":"{host} 100%","host":"web-1"}"""));

        alert.GetProperty("text").GetString().Should().Be("{host} 100% {host} 100%");
    }

    [Fact]
    public async Task SendAsync_EmptyText_IsWhatTheRuleTypeSays()
    {
        var alert = await SendAsync("""{"alerta_text":"","alerta_event":""}""", Some.Match("""{"host":"web-1"}""") with { Summary = "At least 5 events occurred\n" });

        alert.GetProperty("text").GetString().Should().Be("At least 5 events occurred\n");
        alert.GetProperty("event").GetString().Should().Be("test rule.web-1");
    }

    [Fact]
    public async Task SendAsync_SecondMatchHasNoQueryKey_DoesNotGetTheResourceOfTheFirst()
    {
        await using var server = new ScriptedHttpServer(static _ => new());
        var alerter = TestAlerters.Create(server, "alerta", """{"alerta_api_url":"http://alerta/api/alert","alerta_use_qk_as_resource":true,"alerta_resource":"r"}""", KeyedRule);

        await alerter.SendAsync(Some.Alert(KeyedRule, Some.Match("""{"host":"web-1"}""")), CancellationToken.None);
        await alerter.SendAsync(Some.Alert(KeyedRule, Some.Match()), CancellationToken.None);

        server.Requests.Select(static request => request.Json().GetProperty("resource").GetString()).Should().Equal("web-1", "r");
    }

    [Fact]
    public async Task SendAsync_MatchTimeWithAnOffset_IsWrittenInUtc()
    {
        var at = new DateTimeOffset(2024, 5, 6, 9, 0, 0, TimeSpan.FromHours(2));

        var alert = await SendAsync("""{"alerta_use_match_timestamp":true}""", Some.Match(at: at));

        alert.GetProperty("createTime").GetString().Should().Be("2024-05-06T07:00:00.000000Z");
    }

    private static async Task<JsonElement> SendAsync(string options, RuleMatch match)
    {
        await using var server = new ScriptedHttpServer(static _ => new());
        var alerter = TestAlerters.Create(server, "alerta", options.Replace("{\"", "{\"alerta_api_url\":\"http://alerta/api/alert\",\"", StringComparison.Ordinal), KeyedRule);
        await alerter.SendAsync(Some.Alert(KeyedRule, match), CancellationToken.None);
        return server.Requests[0].Json();
    }
}
