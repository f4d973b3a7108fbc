namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Has the search server fail under a running engine: afterwards the windows are complete, and each match was delivered exactly once.</summary>
public sealed class SearchFaultTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    public static TheoryData<StoreKind> Stores => [StoreKind.Memory, StoreKind.Writeback];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Server_AwayForTenMinutes_TheGapIsCoveredOnce(StoreKind kind)
    {
        await using var world = new FaultWorld(kind);
        await world.StartAsync();
        await world.PassAsync(TenMinutes);

        world.Search.Fault = static _ => throw FaultWorld.Unreachable();
        await world.PassAsync(TenMinutes);
        world.Conditions.Should().AllBeEquivalentTo(RuleCondition.Degraded);
        world.Search.Fault = static _ => null;
        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        world.Troubles.Should().BeEmpty();
        await world.CheckAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory, 0)]
    [InlineData(StoreKind.Memory, 1)]
    [InlineData(StoreKind.Memory, 2)]
    [InlineData(StoreKind.Writeback, 0)]
    [InlineData(StoreKind.Writeback, 1)]
    [InlineData(StoreKind.Writeback, 2)]
    public async Task Server_EveryThirdRequestIsRefused_NothingIsLostOrDoubled(StoreKind kind, int which)
    {
        await using var world = new FaultWorld(kind);
        await world.StartAsync();
        var requests = 0;
        world.Search.Fault = request => Interlocked.Increment(ref requests) % 3 == which
            ? Refusal.Of(request, 429, "es_rejected_execution_exception", "rejected execution of coordinating operation")
            : null;
        await world.PassAsync(TenMinutes);
        world.Search.Fault = static _ => null;
        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        await world.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Server_EveryFourthAnswerIsLost_NothingIsLostOrDoubled(StoreKind kind)
    {
        await using var world = new FaultWorld(kind);
        await world.StartAsync();
        var requests = 0;
        world.Search.Answer = _ =>
        {
            if (Interlocked.Increment(ref requests) % 4 == 0)
                throw new SearchException("The connection was cut before the answer came.") { IsTransient = true };
        };
        await world.PassAsync(TenMinutes);
        world.Search.Answer = static _ => { };
        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        await world.CheckAsync();
    }
}
