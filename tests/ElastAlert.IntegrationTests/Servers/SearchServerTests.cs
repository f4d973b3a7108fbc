using System.Text.Json;

namespace ElastAlert.IntegrationTests.Servers;

public abstract class SearchServerTests(SearchServerFixture fixture)
{
    [Fact]
    public async Task SendAsync_ClusterHealth_Answers()
    {
        await using var answer = await fixture.Server.Transport.SendAsync(
            new SearchRequest("GET", "/_cluster/health"), TestContext.Current.CancellationToken);

        using var health = await JsonDocument.ParseAsync(answer.Body);

        answer.StatusCode.Should().Be(200);
        health.RootElement.GetProperty("timed_out").GetBoolean().Should().BeFalse();
    }
}
