using System.Text;

namespace ElastAlert.Testing.Tests;

/// <summary>Shows that the hand-made fakes do what their tests rely on.</summary>
public sealed class FakesTests
{
    [Fact]
    public async Task ThrowingAlerter_AfterItsFailures_Delivers()
    {
        var collected = new CollectingAlerter();
        var alerter = new ThrowingAlerter(static _ => new AlertDeliveryException("no"), times: 1, collected);

        var first = () => alerter.SendAsync(Some.Alert(), CancellationToken.None);

        await first.Should().ThrowAsync<AlertDeliveryException>();
        await alerter.SendAsync(Some.Alert(), CancellationToken.None);
        collected.Alerts.Should().ContainSingle();
        alerter.Attempts.Should().Be(2);
    }

    [Fact]
    public async Task ScriptedSearchTransport_OnceAndAlways_AnswersInThatOrderAndRecords()
    {
        var transport = new ScriptedSearchTransport()
            .Always("GET", "/logs", """{"n":2}""")
            .Once("GET", "/logs", """{"n":1}""", 503);

        var answers = new List<string>();
        for (var turn = 0; turn < 2; turn++)
        {
            await using var answer = await transport.SendAsync(new SearchRequest("GET", "/logs/_search"), CancellationToken.None);
            using var reader = new StreamReader(answer.Body, Encoding.UTF8);
            answers.Add($"{answer.StatusCode} {await reader.ReadToEndAsync(CancellationToken.None)}");
        }

        answers.Should().Equal("""503 {"n":1}""", """200 {"n":2}""");
        transport.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task ScriptedSearchTransport_UnexpectedRequest_ThrowsAndNamesIt()
    {
        var act = () => new ScriptedSearchTransport().SendAsync(new SearchRequest("POST", "/x"), CancellationToken.None);

        (await act.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*POST /x*");
    }

    [Fact]
    public void Hit_WithoutAnything_HasWhatEveryHitHas()
    {
        var hit = Some.Hit("""{"host":{"name":"web-1"}}""");

        hit.Fields.Find("host.name").AsText().Should().Be("web-1");
        hit.Fields.Find("@timestamp").AsText().Should().Be("2024-05-01T12:00:00Z");
        hit.Fields.Find("_id").AsText().Should().Be("1");
    }
}
