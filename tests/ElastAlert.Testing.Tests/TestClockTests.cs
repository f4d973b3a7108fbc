namespace ElastAlert.Testing.Tests;

/// <summary>Shows that the clock moves when it is told, and only then.</summary>
public sealed class TestClockTests
{
    private readonly TestClock _clock = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void Advance_SeveralTimers_FireInOrderOfTheirMomentAndSeeIt()
    {
        var start = _clock.GetUtcNow();
        using var late = Timer("late", TimeSpan.FromSeconds(20));
        using var early = Timer("early", TimeSpan.FromSeconds(10));
        using var twin = Timer("twin", TimeSpan.FromSeconds(20));

        _clock.Advance(TimeSpan.FromSeconds(30));

        _fired.Should().Equal("early@10", "late@20", "twin@20");
        _clock.GetUtcNow().Should().Be(start.AddSeconds(30));
        _clock.ActiveTimers.Should().Be(0);

        ITimer Timer(string name, TimeSpan due) => _clock.CreateTimer(
            _ => _fired.Add($"{name}@{(_clock.GetUtcNow() - start).TotalSeconds}"), null, due, Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void Advance_PeriodicTimer_FiresOnceForEveryPeriod()
    {
        using var timer = _clock.CreateTimer(_ => _fired.Add("x"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _clock.Advance(TimeSpan.FromSeconds(6));

        _fired.Should().HaveCount(3);
        _clock.ActiveTimers.Should().Be(1);
        _clock.NextTimer.Should().Be(_clock.GetUtcNow().AddSeconds(1));
    }

    [Fact]
    public void Advance_TimerDisposedOrChangedBefore_FiresAtItsLatestMomentOnly()
    {
        var disposed = _clock.CreateTimer(_ => _fired.Add("disposed"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        using var changed = _clock.CreateTimer(_ => _fired.Add("changed"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        disposed.Dispose();
        changed.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(4));
        _fired.Should().BeEmpty();
        _clock.Advance(TimeSpan.FromSeconds(1));

        _fired.Should().Equal("changed");
    }

    [Fact]
    public async Task AdvanceAsync_LoopThatSetsItsNextTimerAsynchronously_RunsEveryTurn()
    {
        using var stop = new CancellationTokenSource();
        var turns = 0;
        var loop = LoopAsync();

        await _clock.AdvanceAsync(TimeSpan.FromSeconds(10));

        turns.Should().Be(10);
        await stop.CancelAsync();
        await loop.ContinueWith(static _ => { }, TaskScheduler.Default);

        async Task LoopAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), _clock, stop.Token);
                await Task.Yield();
                turns++;
            }
        }
    }

    [Fact]
    public async Task WaitForTimersAsync_LoopStartsLater_ReturnsWhenItSleeps()
    {
        var waiting = _clock.WaitForTimersAsync(1, TestContext.Current.CancellationToken);
        waiting.IsCompleted.Should().BeFalse();

        using var timer = _clock.CreateTimer(static _ => { }, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

        await waiting;
        _clock.ActiveTimers.Should().Be(1);
    }

    [Fact]
    public void SetTo_EarlierMoment_MovesTheWallClockAndNoTimer()
    {
        using var timer = _clock.CreateTimer(_ => _fired.Add("x"), null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
        var timestamp = _clock.GetTimestamp();
        var earlier = _clock.GetUtcNow().AddHours(-1);

        _clock.SetTo(earlier);

        _clock.GetUtcNow().Should().Be(earlier);
        _clock.GetTimestamp().Should().Be(timestamp);
        _clock.Advance(TimeSpan.FromSeconds(10));
        _fired.Should().HaveCount(1);
    }
}
