using ElastAlert.Alerters.Tests.Http;
using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests.Jira;

/// <summary>Shows what the recorded cases do not: servers, searches that fail, and what goes wrong after a ticket is there.</summary>
public sealed class JiraAlerterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastalert-jira");
    private readonly CollectingLoggerFactory _loggers = new();

    public JiraAlerterTests() => File.WriteAllText(Path.Combine(_folder.FullName, "acct.yaml"), "apikey: s3cret-key\n");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task SendAsync_BumpOnAServer_SearchesThereToo()
    {
        await using var server = new ScriptedHttpServer(static request => request.Target switch
        {
            "/rest/api/2/serverInfo" => new(200, """{"deploymentType":"Server"}"""),
            var target when target.StartsWith("/rest/api/2/search?jql=", StringComparison.Ordinal) =>
                new(200, """{"issues":[{"key":"OPS-3","fields":{"updated":"2024-04-01T07:00:00.000+0000"}}]}"""),
            _ => new(201, "{}"),
        });

        var receipt = await SendAsync(server, "\"jira_bump_tickets\":true");

        receipt.Values["jira_ticket"].Should().Be("OPS-3");
        server.Requests[^1].Target.Should().Be("/rest/api/2/issue/OPS-3/comment");
        server.Requests[^1].Json().GetProperty("body").GetString().Should().StartWith("This alert was triggered again at 2024-05-01 12:00 UTC\n");
    }

    [Fact]
    public async Task SendAsync_TicketTouchedLately_WritesNothingAndCountsAsDelivered()
    {
        await using var server = new ScriptedHttpServer(static request => request.Target == "/rest/api/2/serverInfo"
            ? new(200, """{"deploymentType":"Cloud"}""")
            : new(200, """{"issues":[{"key":"OPS-3","fields":{"updated":"2024-05-01T09:00:00.000+0000"}}]}"""));

        var receipt = await SendAsync(server, "\"jira_bump_tickets\":true,\"jira_bump_after_inactivity\":1");

        receipt.Values.Should().NotContainKey("jira_ticket").And.ContainKey("jira_server");
        server.Requests.Should().OnlyContain(static request => request.Method == "GET");
    }

    [Fact]
    public async Task SendAsync_SearchFails_OpensATicketAndSaysWhy()
    {
        await using var server = new ScriptedHttpServer(static request => request.Method == "POST" ? new(201, """{"key":"OPS-9"}""") : new(400, "bad JQL"));

        var receipt = await SendAsync(server, "\"jira_bump_tickets\":true");

        receipt.Values["jira_ticket"].Should().Be("OPS-9");
        _loggers.Lines.Should().ContainSingle(static line => line.Contains("could not be searched", StringComparison.Ordinal) && line.Contains("bad JQL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendAsync_WatcherCannotBeAdded_KeepsTheTicket()
    {
        await using var server = new ScriptedHttpServer(static request => request.Target switch
        {
            "/rest/api/2/issue" => new(201, """{"key":"OPS-9"}"""),
            "/rest/api/2/serverInfo" => new(200, """{"deploymentType":"Cloud"}"""),
            _ => new(404, "gone"),
        });

        var receipt = await SendAsync(server, "\"jira_watchers\":[\"joe\"]");

        receipt.Values["jira_ticket"].Should().Be("OPS-9");
        _loggers.Lines.Should().ContainSingle(static line => line.Contains("Ticket OPS-9 was opened, but 'joe'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendAsync_QuotesInTheTitle_AreEscapedInTheSearch()
    {
        await using var server = new ScriptedHttpServer(static request => request.Target == "/rest/api/2/serverInfo"
            ? new(200, """{"deploymentType":"Cloud"}""")
            : request.Method == "GET" ? new(200, """{"issues":[]}""") : new(201, """{"key":"OPS-9"}"""));

        await SendAsync(server, "\"jira_bump_tickets\":true,\"alert_subject\":\"x\"", Some.Alert() with { Subject = "disk \"C:\\\" - full" });

        Uri.UnescapeDataString(server.Requests[1].Target).Should().Contain("""summary~"disk+\"C:\\\"+full"+and""");
    }

    [Fact]
    public async Task SendAsync_OptionNamesNoField_FailsForGood()
    {
        await using var server = new ScriptedHttpServer(static _ => new(200, "[]"));

        var act = () => SendAsync(server, "\"jira_unknown_field\":\"x\"");

        (await act.Should().ThrowAsync<AlertDeliveryException>())
            .WithMessage("Jira has no field 'unknown field', which the option jira_unknown_field fills").Which.IsTransient.Should().BeFalse();
    }

    private Task<AlertReceipt> SendAsync(ScriptedHttpServer server, string more, Alert? alert = null)
    {
        var options = $$"""{"jira_server":"{{server.Url}}","jira_account_file":"acct.yaml","jira_project":"OPS","jira_issuetype":"Bug",{{more}}}""";
        var rule = Some.Rule() with { Source = new SourceLocation(Path.Combine(_folder.FullName, "rule.yaml"), 1, 1) };
        var alerter = TestAlerters.Create(new AlerterContractSetup(server.Url, new TestClock(), _loggers), "jira", options, rule);
        return alerter.SendAsync((alert ?? Some.Alert()) with { Rule = rule }, CancellationToken.None);
    }
}
