namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Has the store fail under a running engine: afterwards the windows are complete, and each match was delivered exactly once.</summary>
public sealed class StoreFaultTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    public static TheoryData<StoreKind> Stores => [StoreKind.Memory, StoreKind.Sqlite, StoreKind.Writeback];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Store_NoFault_EverythingOnce(StoreKind kind)
    {
        await using var world = new FaultWorld(kind);
        await world.StartAsync();

        await world.PassAsync(TimeSpan.FromMinutes(20));
        await world.SettleAsync();

        await world.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Store_AwayForTenMinutes_NothingIsLostOrDoubled(StoreKind kind)
    {
        await using var world = new FaultWorld(kind);
        await world.StartAsync();
        await world.PassAsync(TenMinutes);

        Break(world, isDown: true);
        await world.PassAsync(TenMinutes);
        world.Conditions.Should().AllBeEquivalentTo(RuleCondition.Degraded);
        Break(world, isDown: false);
        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        world.Troubles.Should().BeEmpty();
        await world.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Store_AwayAtTheStart_RulesBeginWhenItIsBack(StoreKind kind)
    {
        await using var world = new FaultWorld(kind);
        Break(world, isDown: true);
        await world.StartAsync();
        await world.PassAsync(TenMinutes);
        Break(world, isDown: false);
        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        world.Troubles.Should().BeEmpty();
        await world.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Store_AnswersToCommitsAreLost_EachCommitHappensOnce(StoreKind kind)
    {
        await using var world = new FaultWorld(kind);
        await world.StartAsync();
        for (var minute = 0; minute < 10; minute++)
        {
            LoseNextAnswer(world);
            await world.PassAsync(TimeSpan.FromMinutes(1));
        }

        await world.SettleAsync();

        await world.CheckAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Store_SlowerThanTheRuns_RunsAreLateAndComplete(StoreKind kind)
    {
        await using var world = new FaultWorld(kind);
        await world.StartAsync();
        await world.PassAsync(TenMinutes);

        world.Store!.Before = step => step == "commit" ? Task.Delay(TimeSpan.FromSeconds(75), world.Clock) : Task.CompletedTask;
        await world.PassAsync(TenMinutes);
        world.Store.Before = static _ => Task.CompletedTask;
        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        await world.CheckAsync();
    }

    [Fact]
    public async Task Disk_FullForTenMinutes_NothingIsLostOrDoubled()
    {
        await using var world = new FaultWorld(StoreKind.Sqlite);
        await world.StartAsync();
        await world.PassAsync(TenMinutes);

        world.FillDisk(isFull: true);
        await world.PassAsync(TenMinutes);
        world.Logs.Lines.Should().Contain(static line => line.Contains("could not be written because the disk is full. Nothing was changed", StringComparison.Ordinal));
        world.FillDisk(isFull: false);
        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        world.Troubles.Should().BeEmpty();
        await world.CheckAsync();
    }

    [Theory]
    [InlineData(429, "circuit_breaking_exception", "[parent] Data too large")]
    [InlineData(429, "cluster_block_exception", "index [wb_state] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block];")]
    [InlineData(403, "cluster_block_exception", "index [wb_state] blocked by: [FORBIDDEN/12/index read-only / allow delete (api)];")]
    [InlineData(507, "es_rejected_execution_exception", "Insufficient Storage")]
    public async Task Writeback_RefusesWritesForTenMinutes_NothingIsLostOrDoubled(int status, string type, string reason)
    {
        await using var world = new FaultWorld(StoreKind.Writeback);
        await world.StartAsync();
        await world.PassAsync(TenMinutes);

        world.Search.Fault = request => FaultWorld.IsOfWriteback(request) && FaultWorld.IsWrite(request) ? Refusal.Of(request, status, type, reason) : null;
        await world.PassAsync(TenMinutes);
        world.Conditions.Should().AllBeEquivalentTo(RuleCondition.Degraded);
        world.Search.Fault = static _ => null;
        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        world.Troubles.Should().BeEmpty();
        await world.CheckAsync();
    }

    [Fact]
    public async Task Writeback_MappingRefusesTheRecords_TheyAreReportedAndLeftOutAndAlertsGoOn()
    {
        await using var world = new FaultWorld(StoreKind.Writeback);
        await world.StartAsync();
        await world.PassAsync(TenMinutes);
        var before = world.Alerter.Alerts.Count;

        world.Search.Fault = static request => request.Path.StartsWith("/" + FaultWorld.Writeback + "/", StringComparison.Ordinal) && FaultWorld.IsWrite(request)
            ? Refusal.Of(request, 400, "document_parsing_exception", "failed to parse field [alert_time]")
            : null;
        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        world.Alerter.Alerts.Count.Should().BeGreaterThan(before + 20);
        world.Logs.Lines.Should().Contain(static line => line.StartsWith("Error: The history refused records for good; they are left out: ", StringComparison.Ordinal));
        await world.CheckAsync();
    }

    private static void LoseNextAnswer(FaultWorld world)
    {
        if (world.Store is { } store)
        {
            store.LosesNextAnswer = true;
            return;
        }

        world.Search.Answer = request =>
        {
            if (!request.Path.Contains("if_seq_no", StringComparison.Ordinal))
                return;
            world.Search.Answer = static _ => { };
            throw FaultWorld.Unreachable();
        };
    }

    private static void Break(FaultWorld world, bool isDown)
    {
        if (world.Store is { } store)
            store.IsDown = isDown;
        else
            world.Search.Fault = request => isDown && FaultWorld.IsOfWriteback(request) ? throw FaultWorld.Unreachable() : null;
    }
}
