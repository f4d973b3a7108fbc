using System.Globalization;

namespace ElastAlert.KillTests;

/// <summary>
/// Kills the command line (SIGKILL) at every step of a run and of a delivery, and at random moments, starts it again until all is quiet, and compares
/// what it has come to with a run without kills: alerts, records, silences, aggregates, counts, windows.
/// </summary>
/// <remarks><c>ELASTALERT_KILLS=200</c> sets the number of random kills, and has every point tried early, in the middle and late.</remarks>
public abstract class KillTests
{
    private static readonly string? Thorough = Environment.GetEnvironmentVariable("ELASTALERT_KILLS");

    [Fact]
    public async Task Run_NoKill_AlertsWhatTheScenarioSays()
    {
        var undisturbed = await UndisturbedAsync();

        Promise.CheckScenario(undisturbed.Deliveries);
        undisturbed.Deliveries.Select(delivery => delivery.Channel).Distinct().Should().BeEquivalentTo(Scenario.Rules.Keys.Append("every-b"));
        undisturbed.Outcome.Should().Contain(line => line.Contains(" holds until ", StringComparison.Ordinal), "an aggregate is left over");
        undisturbed.Outcome.Should().NotContain(line => line.StartsWith("error ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_KilledAtEveryPoint_ComesToTheSame()
    {
        var undisturbed = await UndisturbedAsync();
        foreach (var part in Thorough is null ? [1] : new[] { 0.02, 0.5, 1 })
        {
            var left = Schedule(undisturbed.Points, part);
            while (left.Count > 0)
                await KillAtAsync(left, undisturbed);
        }
    }

    [Fact]
    public async Task Run_KilledAtRandomMoments_ComesToTheSame()
    {
        var undisturbed = await UndisturbedAsync();
        var left = int.Parse(Thorough ?? "12", CultureInfo.InvariantCulture);
        var random = new Random(left);
        while (left > 0)
        {
            using var installation = Install();
            var life = new Life(0, HasEnded: false, null, "");
            for (; left > 0 && !life.HasEnded; left -= life.HasEnded ? 0 : 1)
                life = await installation.RunKilledAsync(random);
            await CheckAsync(installation, undisturbed);
        }
    }

    [Theory]
    [InlineData("send:before")]
    [InlineData("send:after")]
    [InlineData("commit")]
    public async Task Run_StoppedBeyondItsLease_LeavesTheRuleToTheOther(string point)
    {
        using var installation = Install();
        using var first = installation.Start(stopAt: At(point == "commit" ? CommitPoint : point, Scenario.Start.AddMinutes(6).ToUnixTimeMilliseconds()));
        await first.WaitUntilAsync(() => first.IsStopped);
        installation.BreakOff(first);

        using var second = installation.Start();
        await second.WaitUntilAsync(() => installation.Clock >= Scenario.Start.AddMinutes(15).ToUnixTimeMilliseconds());
        first.Continue();
        var lives = new[] { await installation.EndAsync(second), await installation.EndAsync(first) };

        foreach (var life in lives)
            life.HasEnded.Should().BeTrue(life.Log);
        Promise.CheckRepetitions(installation.Deliveries, installation.Lives);
        var undisturbed = await UndisturbedAsync();
        foreach (var channel in Scenario.Timeless)
            Matches(installation.Deliveries, channel).Should().BeEquivalentTo(Matches(undisturbed.Deliveries, channel), $"'{channel}' alerts on the same documents");
    }

    /// <summary>Gets the point just before the step that makes a commit happen.</summary>
    private protected abstract string CommitPoint { get; }

    private protected abstract Installation Install();

    private protected abstract Task<Undisturbed> UndisturbedAsync();

    private static string At(string point, long from) => string.Create(CultureInfo.InvariantCulture, $"{point}@{from}");

    private static IEnumerable<string> Matches(IEnumerable<Delivery> deliveries, string channel) =>
        deliveries.Where(delivery => delivery.Channel == channel).DistinctBy(delivery => delivery.AlertId).SelectMany(delivery => delivery.Matches.Split(','));

    // Spread over the time of the scenario, each at a moment at which it is still to come; what is reached at the start only comes first, in its order.
    private static Queue<string> Schedule(IReadOnlyList<(string Name, long Last)> points, double part)
    {
        var start = Scenario.Start.ToUnixTimeMilliseconds();
        var step = part * (Scenario.End - Scenario.Start).TotalMilliseconds / points.Count;
        return new Queue<string>(points.OrderBy(point => point.Last).Select((point, place) => At(point.Name, Math.Min(point.Last, start + (long)(place * step)))));
    }

    // One kill after another, as long as there is something to do; then a new installation goes on.
    private async Task KillAtAsync(Queue<string> points, Undisturbed undisturbed)
    {
        using var installation = Install();
        var life = new Life(0, HasEnded: false, null, "");
        while (points.Count > 0 && !life.HasEnded)
        {
            life = await installation.RunAsync(points.Peek());
            if (!life.HasEnded)
                points.Dequeue();
        }

        await CheckAsync(installation, undisturbed);
        if (installation.Lives.Count > 1)
            return;

        // What depends on who is first may be reached late in one run and early only in another.
        var (name, atStart) = (points.Peek().Split('@')[0], Scenario.Start.ToUnixTimeMilliseconds());
        points.Dequeue().Should().NotBe(At(name, atStart), "each point is reached");
        points.Enqueue(At(name, atStart));
    }

    private static async Task CheckAsync(Installation installation, Undisturbed undisturbed)
    {
        var last = installation.Lives[^1];
        if (!last.HasEnded)
            last = await installation.RunAsync();
        last.HasEnded.Should().BeTrue(last.Log);
        Promise.CheckRepetitions(installation.Deliveries, installation.Lives);
        (await InstallationOutcome.OfAsync(installation)).Should().BeEquivalentTo(undisturbed.Outcome);
    }
}
