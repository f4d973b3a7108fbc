using ElastAlert.Alerting;
using ElastAlert.Engine.Services;
using ElastAlert.State.InMemory;
using ElastAlert.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Engine.Services;

public sealed class SilenceViewTests
{
    private static readonly RuleAlerting[] Rules =
    [
        Alerting(realert: 10, longest: 24 * 60),
        Alerting(realert: 90, longest: null),
        Alerting(realert: 30, longest: 7 * 24 * 60),
        Alerting(realert: 20, longest: 5),
    ];

    /// <summary>Each number lets time pass and a match of one of the rules come; sometimes its run began long before.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Forget_AtAnyTime_ChangesNoDecision(int rules, bool isAnyForgotten)
    {
        var forgotten = 0;

        Prop.ForAll<ushort[]>(moves => { forgotten += Play(moves, Rules[..rules]); }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

        (forgotten > 0).Should().Be(isAnyForgotten, "the last rule has a longest silence that is shorter than its first one");
    }

    [Fact]
    public void Add_MoreAndMoreKeysWhoseSilenceEnds_KeepsFew()
    {
        var clock = new TestClock();
        var view = new SilenceView(new InMemoryStateStore(), clock);
        view.Consider(Rules[1]);
        var most = 0;
        for (var number = 0; number < 100_000; number++)
        {
            clock.SetTo(clock.GetUtcNow().AddMinutes(1));
            view.Add([new Silence($"r.{number}", clock.GetUtcNow().AddMinutes(90))]);
            most = Math.Max(most, view.Count);
        }

        most.Should().BeLessThan(5000, "a day and 90 minutes have 1530 silences");
    }

    [Fact]
    public void Forget_ExponentialRealert_RemembersAsLongAsItDoubles()
    {
        var clock = new TestClock();
        var view = new SilenceView(new InMemoryStateStore(), clock);
        view.Consider(Rules[0]);
        var end = clock.GetUtcNow();
        view.Add([new Silence("r", end, Exponent: 9)]);

        view.Forget(end + SilenceView.LongestRun + TimeSpan.FromMinutes(10 * 1024));
        view.Count.Should().Be(1);
        view.Forget(end + SilenceView.LongestRun + TimeSpan.FromMinutes(10 * 1024) + TimeSpan.FromSeconds(1));

        view.Count.Should().Be(0);
    }

    private static int Play(ushort[] moves, RuleAlerting[] rules)
    {
        var clock = new TestClock();
        var forgetful = new SilenceView(new InMemoryStateStore(), clock);
        var all = new Dictionary<string, Silence>(StringComparer.Ordinal);
        foreach (var rule in rules)
            forgetful.Consider(rule);
        foreach (var move in moves)
        {
            clock.SetTo(clock.GetUtcNow() + (TimeSpan.FromMinutes(1) * Math.Pow(2, move % 15)));
            forgetful.Forget(clock.GetUtcNow());
            var began = move % 5 == 0 ? clock.GetUtcNow() - TimeSpan.FromHours(23) : clock.GetUtcNow();
            var key = $"key {move / 16 % 3}";
            var rule = rules[move / 64 % rules.Length];
            var decision = RealertPolicy.Decide(rule, key, all.GetValueOrDefault(key), null, began);
            RealertPolicy.Decide(rule, key, forgetful.Find(key), null, began).Should().Be(decision);
            if (decision is not RealertDecision.Passed({ } next))
                continue;
            forgetful.Add([next]);
            all[key] = all.GetValueOrDefault(key) is { } known && known.Until > next.Until ? known : next;
        }

        return all.Count - forgetful.Count;
    }

    private static RuleAlerting Alerting(int realert, int? longest) => new()
    {
        Realert = TimeSpan.FromMinutes(realert),
        ExponentialRealert = longest is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
    };
}
