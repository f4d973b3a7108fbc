using ElastAlert.Alerters.Tests.Http;
using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests.Iris;

/// <summary>Shows what the recorded cases do not: cases whose indicators are refused.</summary>
public sealed class IrisAlerterTests
{
    private const string Options = """
        {"iris_host":"iris.example.org","iris_api_token":"t","iris_type":"case",
         "iris_iocs":[{"ioc_value":"host","ioc_tlp_id":2,"ioc_type_id":76},{"ioc_value":"user","ioc_tlp_id":2,"ioc_type_id":3}]}
        """;

    private static readonly Alert Alert = Some.Alert(matches: Some.Match("""{"host":"web-1","user":"bob"}"""));

    [Fact]
    public async Task SendAsync_IndicatorRefusedAtFirst_TheRetryCompletesTheSameCase()
    {
        var isDown = true;
        await using var server = new ScriptedHttpServer(request =>
            new(isDown && request.Text().Contains("bob", StringComparison.Ordinal) ? 500 : 200, """{"data":{"case_id":42}}"""));
        var alerter = TestAlerters.Create(server, "iris", Options);
        var first = () => alerter.SendAsync(Alert, CancellationToken.None);
        (await first.Should().ThrowAsync<AlertDeliveryException>()).Which.IsTransient.Should().BeTrue();
        isDown = false;

        await alerter.SendAsync(Alert, CancellationToken.None);

        server.Requests.Select(static request => request.Target).Should().Equal("/manage/cases/add", "/case/ioc/add", "/case/ioc/add", "/case/ioc/add");
        server.Requests[^1].Text().Should().Be("""{"ioc_value":"bob","ioc_tlp_id":2,"ioc_type_id":3,"cid":42}""");
    }

    [Fact]
    public async Task SendAsync_CaseWithoutANumber_IsAFailure()
    {
        await using var server = new ScriptedHttpServer(static _ => new(200, """{"status":"success"}"""));
        var act = () => TestAlerters.Create(server, "iris", Options).SendAsync(Alert, CancellationToken.None);

        await act.Should().ThrowAsync<AlertDeliveryException>().WithMessage("IRIS*refused the alert*");
    }
}
