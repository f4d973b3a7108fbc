using ElastAlert.Alerters.Tests.Http;
using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests.Slack;

/// <summary>Shows what the recorded cases do not: retries, and tickets that are not there.</summary>
public sealed class SlackAlerterTests
{
    [Fact]
    public async Task SendAsync_SecondChannelFailed_TheRetryBeginsThere()
    {
        var isDown = true;
        await using var server = new ScriptedHttpServer(request =>
            new(isDown && request.Text().Contains("#b", StringComparison.Ordinal) ? 500 : 200, "ok"));
        var alerter = TestAlerters.Create(server, "slack", """{"slack_webhook_url":"https://s/1","slack_channel_override":["#a","#b","#c"]}""");
        var first = () => alerter.SendAsync(Some.Alert(), CancellationToken.None);
        await first.Should().ThrowAsync<AlertDeliveryException>();
        isDown = false;

        await alerter.SendAsync(Some.Alert(), CancellationToken.None);

        server.Requests.Select(static request => request.Json().GetProperty("channel").GetString()).Should().Equal("#a", "#b", "#b", "#c");
    }

    [Fact]
    public async Task SendAsync_JiraWroteNoTicket_HasNoLink()
    {
        await using var server = new ScriptedHttpServer(static _ => new(200, "ok"));
        var alerter = TestAlerters.Create(server, "slack", """{"slack_webhook_url":"https://s/1","slack_attach_jira_ticket_url":true}""");
        var receipt = new AlertReceipt { Values = new Dictionary<string, string> { ["jira_server"] = "https://jira.example.org" } };

        await alerter.SendAsync(Some.Alert() with { Receipts = new Dictionary<string, AlertReceipt> { ["jira"] = receipt } }, CancellationToken.None);

        server.Requests[0].Json().GetProperty("attachments").GetArrayLength().Should().Be(1);
    }
}
