using ElastAlert.IntegrationTests.Search;
using ElastAlert.IntegrationTests.Servers;
using ElastAlert.TestSupport;

namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Kills a real search server in the middle of a run, and starts it again while the engine goes on.</summary>
public abstract class ServerRestartTests(SearchServerFixture fixture)
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Writeback)]
    public async Task Server_KilledBetweenTwoPages_TheRunIsFinishedWhenItIsBack(StoreKind kind)
    {
        var server = fixture.Server;
        Assert.SkipUnless(server.CanBeKilled, "A server that ELASTICSEARCH_URL names is not killed.");
        await using var world = new FaultWorld(kind, server.Transport, (_, _) => Connect.To(server.Url));
        await world.DeleteIndicesAsync();
        await world.StartAsync();
        await world.PassAsync(TenMinutes);
        world.Search.Fault = static _ => throw FaultWorld.Unreachable();
        await world.PassAsync(TimeSpan.FromMinutes(3));
        world.Search.Fault = static _ => null;

        world.Search.Before = KillAtSecondPage(world, server);
        try
        {
            await world.PassAsync(TimeSpan.FromMinutes(5));
            world.IsServerDown.Should().BeTrue("a run over three minutes has several pages");
            world.Conditions.Should().AllBeEquivalentTo(RuleCondition.Degraded);
        }
        finally
        {
            // Other tests need it too.
            if (world.IsServerDown)
                await server.StartAgainAsync();
            world.IsServerDown = false;
        }

        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        world.Troubles.Should().BeEmpty();
        await world.CheckAsync();
    }

    private static Func<SearchRequest, Task> KillAtSecondPage(FaultWorld world, SearchServer server)
    {
        var pages = 0;
        return async request =>
        {
            if (!request.Path.StartsWith("/_search", StringComparison.Ordinal) || Interlocked.Increment(ref pages) != 2)
                return;
            world.IsServerDown = true;
            await server.KillAsync();
        };
    }
}
