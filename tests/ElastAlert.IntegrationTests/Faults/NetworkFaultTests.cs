using ElastAlert.Testing;

namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Has the network between the engine and its search server fail: what is broken off is done again, and counts once.</summary>
public sealed class NetworkFaultTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    public static TheoryData<StoreKind> Stores => [StoreKind.Memory, StoreKind.Writeback];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Page_ListenerDiesInItsMiddle_TheRunIsFinishedLater(StoreKind kind)
    {
        var broken = 0;
        await RunAsync(kind, (request, answer) => IsPage(request) && answer.Body.Contains("\"_source\"", StringComparison.Ordinal) && Interlocked.Increment(ref broken) % 2 == 0
            ? answer with { BreaksAfter = answer.Body.Length / 2 }
            : answer);

        broken.Should().BeGreaterThan(10);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Answers_EveryFifthBreaksOff_NothingIsLostOrDoubled(StoreKind kind)
    {
        var answers = 0;
        await RunAsync(kind, (_, answer) => Interlocked.Increment(ref answers) % 5 == 0 ? answer with { BreaksAfter = answer.Body.Length / 3 } : answer);

        answers.Should().BeGreaterThan(50);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Answers_EverySeventhNeverArrives_NothingIsLostOrDoubled(StoreKind kind)
    {
        var answers = 0;
        await RunAsync(kind, (_, answer) => Interlocked.Increment(ref answers) % 7 == 0 ? null : answer);

        answers.Should().BeGreaterThan(50);
    }

    private static bool IsPage(ReceivedHttpRequest request) => request.Target.Contains("_search", StringComparison.Ordinal) && request.Method == "POST";

    private static async Task RunAsync(StoreKind kind, Func<ReceivedHttpRequest, ScriptedHttpAnswer, ScriptedHttpAnswer?> fault)
    {
        HttpProxy? proxy = null;
        await using var world = new FaultWorld(kind, way: (server, world) => (proxy = new HttpProxy(server, world.Traffic)).Connect(world.Clock));
        await using var _ = proxy!;
        await world.StartAsync();
        await world.PassAsync(TenMinutes);

        proxy!.OnItsWay = fault;
        await world.PassAsync(TenMinutes);
        proxy.OnItsWay = static (_, answer) => answer;
        await world.PassAsync(TenMinutes);
        await world.SettleAsync();

        world.Troubles.Should().BeEmpty();
        await world.CheckAsync();
    }
}
