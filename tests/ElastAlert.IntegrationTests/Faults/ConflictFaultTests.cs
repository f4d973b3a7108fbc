namespace ElastAlert.IntegrationTests.Faults;

/// <summary>
/// Has another process commit on top of the state of rules, in the middle of their runs and of their deliveries: afterwards the windows are complete, and
/// each match was delivered exactly once.
/// </summary>
public sealed class ConflictFaultTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    public static TheoryData<StoreKind> Stores => [StoreKind.Memory, StoreKind.Sqlite, StoreKind.Writeback];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Commit_AnotherOwnerWasFaster_NothingIsLostOrDoubled(StoreKind kind)
    {
        await using var world = new FaultWorld(kind);
        using var pending = new PendingWatch(world);
        await world.StartAsync();
        await world.PassAsync(TenMinutes);

        // A rule that gets no commit through for longer than buffer_time would not see what came late before that.
        var conflicts = new ForeignCommits(world, every: 6);
        for (var round = 0; round < 3; round++)
        {
            conflicts.IsStopped = false;
            await world.PassAsync(TimeSpan.FromMinutes(5));
            conflicts.IsStopped = true;
            await world.PassAsync(TimeSpan.FromMinutes(5));
        }

        await world.SettleAsync();

        conflicts.Count.Should().BeGreaterThan(5);
        pending.Conflicts.Should().BeGreaterThan(5);
        pending.Least.Should().Be(0);
        world.Troubles.Should().BeEmpty();
        await world.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Commit_AnotherOwnerWasFasterWhileRulesCatchUp_NothingIsLostOrDoubled(StoreKind kind)
    {
        await using var world = new FaultWorld(kind);
        using var pending = new PendingWatch(world);
        await world.StartAsync();
        await world.PassAsync(TenMinutes);

        world.Search.Fault = static request => FaultWorld.IsOfWriteback(request) ? null : throw FaultWorld.Unreachable();
        await world.PassAsync(TimeSpan.FromMinutes(6));
        world.Search.Fault = static _ => null;
        var conflicts = new ForeignCommits(world, every: 5);
        await world.PassAsync(TimeSpan.FromMinutes(3));
        conflicts.IsStopped = true;
        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        pending.Conflicts.Should().BePositive();
        pending.Least.Should().Be(0);
        world.Troubles.Should().BeEmpty();
        await world.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Delivery_AnotherOwnerCommitsDuringIt_EachAlertIsSentOnce(StoreKind kind)
    {
        await using var world = new FaultWorld(kind);
        using var pending = new PendingWatch(world);
        await world.StartAsync();
        await world.PassAsync(TenMinutes);

        var sendings = new InterruptedSendings(world, every: 3);
        await world.PassAsync(TimeSpan.FromMinutes(20));
        sendings.Stop();
        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        sendings.Count.Should().BeGreaterThan(5);
        pending.Conflicts.Should().BeGreaterThan(5);
        pending.Least.Should().Be(0);
        world.Troubles.Should().BeEmpty();
        await world.CheckAsync();
    }
}
