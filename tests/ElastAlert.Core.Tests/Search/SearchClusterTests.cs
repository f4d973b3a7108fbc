using ElastAlert.Search;

namespace ElastAlert.Core.Tests.Search;

public sealed class SearchClusterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetDialectAsync_AskedTwice_AsksTheServerOnce()
    {
        var server = ScriptedServer.InOrder((200, """{"version": {"number": "9.1.0"}}"""));
        var cluster = new SearchCluster(server);

        (await cluster.GetDialectAsync(Token)).Server.Should().Be("Elasticsearch 9.1.0");
        (await cluster.GetDialectAsync(Token)).HasPointInTime.Should().BeTrue();

        server.Asked.Should().Equal("GET /");
    }

    [Fact]
    public async Task GetDialectAsync_RootIsForbidden_UsesWhatAllVersionsUnderstand()
    {
        var server = ScriptedServer.InOrder((403, "{}"));
        var cluster = new SearchCluster(server);

        (await cluster.GetDialectAsync(Token)).Should().BeSameAs(SearchDialect.Unknown);
        (await cluster.GetDialectAsync(Token)).HasPointInTime.Should().BeFalse();

        server.Asked.Should().HaveCount(1);
    }

    [Fact]
    public async Task GetDialectAsync_ServerIsBusy_AsksAgainLater()
    {
        var cluster = new SearchCluster(ScriptedServer.InOrder((503, "{}"), (200, """{"version": {"number": "8.0.0"}}""")));

        (await cluster.GetDialectAsync(Token)).Should().BeSameAs(SearchDialect.Unknown);
        (await cluster.GetDialectAsync(Token)).HasPointInTime.Should().BeTrue();
    }

    [Fact]
    public async Task RefusePointsInTime_KnownServer_KeepsItsName()
    {
        var cluster = new SearchCluster(ScriptedServer.InOrder((200, """{"version": {"number": "9.1.0"}}""")));
        await cluster.GetDialectAsync(Token);

        cluster.RefusePointsInTime();

        var dialect = await cluster.GetDialectAsync(Token);
        dialect.HasPointInTime.Should().BeFalse();
        dialect.Server.Should().Be("Elasticsearch 9.1.0");
    }
}
