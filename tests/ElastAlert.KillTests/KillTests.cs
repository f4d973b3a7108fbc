using System.Globalization;

namespace ElastAlert.KillTests;

/// <summary>Kills the command line (SIGKILL) at every step of a run and of a delivery, and at random moments, and checks what was delivered in the end.</summary>
/// <remarks><c>ELASTALERT_KILLS=200</c> sets the number of random kills, and has every point tried, early, in the middle and late.</remarks>
public abstract class KillTests
{
    // Each kill delays the rules by the rest of a lease; more than a few would let silences end between two documents that belong together.
    private const int MostKills = 6;

    // Without being thorough, points are left out evenly where there are more.
    private const int MostPoints = 16;

    private static readonly string? Thorough = Environment.GetEnvironmentVariable("ELASTALERT_KILLS");

    [Fact]
    public async Task Run_NoKill_AlertsWhatTheScenarioSays()
    {
        using var installation = Install();

        (await installation.RunAsync()).Should().BeTrue(installation.Log);

        Promise.Check(installation.Deliveries, kills: 0);
    }

    [Fact]
    public async Task Run_KilledAtEveryPoint_AlertsWhatTheScenarioSays()
    {
        var points = await PointsAsync();
        var killed = new HashSet<string>();
        foreach (var part in Thorough is null ? [0] : new[] { 0, 0.1, 0.5, 0.9 })
        {
            var left = new Queue<string>(points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Key}#{1 + (int)(part * point.Value)}")));
            while (left.Count > 0)
                await KillAtAsync(left, killed);
        }

        killed.Select(point => point.Split('#')[0]).Should().BeEquivalentTo(points.Keys, "each point is reached");
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public async Task Run_KilledAroundSending_AlertsWhatTheScenarioSays(string moment)
    {
        using var installation = Install();
        var kills = 0;
        foreach (var rule in Scenario.RuleNames)
            kills += await installation.RunAsync(killSend: $"{moment}-{rule}") ? 0 : 1;

        (await installation.RunAsync()).Should().BeTrue(installation.Log);

        kills.Should().Be(Scenario.RuleNames.Count);
        Promise.Check(installation.Deliveries, kills);
    }

    [Fact]
    public async Task Run_KilledAtRandomMoments_AlertsWhatTheScenarioSays()
    {
        var kills = int.Parse(Thorough ?? "12", CultureInfo.InvariantCulture);
        var random = new Random(kills);
        for (var left = kills; left > 0;)
        {
            using var installation = Install();
            var here = 0;
            var hasEnded = false;
            while (left > 0 && here < MostKills && !(hasEnded = await installation.RunAsync(killAfter: TimeSpan.FromMilliseconds(random.Next(300, 2500)))))
            {
                here++;
                left--;
            }

            if (!hasEnded)
                (await installation.RunAsync()).Should().BeTrue(installation.Log);
            Promise.Check(installation.Deliveries, here);
        }
    }

    private protected abstract Installation Install();

    // One kill after another, as long as there is something to do; then a new installation goes on.
    private async Task KillAtAsync(Queue<string> points, HashSet<string> killed)
    {
        using var installation = Install();
        var kills = 0;
        var hasEnded = false;
        while (!hasEnded && points.Count > 0 && kills < MostKills)
        {
            hasEnded = await installation.RunAsync(points.Peek());
            if (!hasEnded)
                killed.Add(points.Peek());
            kills += hasEnded ? 0 : 1;
            if (!hasEnded || kills == 0)
                points.Dequeue();
        }

        if (!hasEnded)
            (await installation.RunAsync()).Should().BeTrue(installation.Log);
        Promise.Check(installation.Deliveries, kills);
    }

    private async Task<IReadOnlyDictionary<string, int>> PointsAsync()
    {
        using var installation = Install();
        (await installation.RunAsync()).Should().BeTrue(installation.Log);
        var every = Thorough is null ? Math.Max(1, installation.Points.Count / MostPoints) : 1;
        return installation.Points.Where((_, place) => place % every == 0).ToDictionary();
    }
}
