using ElastAlert.Alerting;
using ElastAlert.Core.Tests.Engine;

namespace ElastAlert.Core.Tests.Alerting;

[Trait("Category", "EngineVectors")]
public sealed class RealertPolicyTests
{
    private static readonly DateTimeOffset Now = Clock.At("12:00");

    [Theory]
    [InlineData(5, 0, 1, 20)]
    [InlineData(10, 0, 0, 10)]
    [InlineData(15, 0, 0, 10)]
    [InlineData(15, 1, 2, 40)]
    [InlineData(20, 1, 1, 20)]
    [InlineData(40, 1, 0, 10)]
    [InlineData(60, 2, 1, 20)]
    [InlineData(60, 3, 4, 160)]
    [InlineData(300, 1, 0, 10)]
    [InlineData(14400, 9, 0, 10)]
    [InlineData(14400, 10, 9, 5120)]
    [InlineData(14400, 11, 12, 40960)]
    public void T46_CapOfADay_GrowsAndDecays(int sinceLast, int stored, int exponent, int seconds) =>
        Next(TimeSpan.FromDays(1), sinceLast, stored).Should().Be((exponent, seconds));

    [Theory]
    [InlineData(5, 0, 1, 20)]
    [InlineData(5, 1, 1, 30)]
    [InlineData(5, 2, 2, 30)]
    public void T46_CapOfThirtySeconds_IsNotExceeded(int sinceLast, int stored, int exponent, int seconds) =>
        Next(TimeSpan.FromSeconds(30), sinceLast, stored).Should().Be((exponent, seconds));

    [Fact]
    public void T46_CapBelowRealert_NeverMakesTheExponentNegative() =>
        // Q70 is mended: the reference stores -1.
        Next(TimeSpan.FromSeconds(5), 50, 0).Should().Be((0, 5));

    [Fact]
    public void T46_UnknownKey_BeginsAtRealert()
    {
        var silence = RealertPolicy.Next(Alerting(TimeSpan.FromDays(1), 10), "k", null, Now);

        silence.Should().Be(new Silence("k", Now.AddSeconds(10)));
    }

    [Fact]
    public void T46_Timeline_AlertsWhenTheGrowingSilencesHaveEnded()
    {
        var alerting = Alerting(TimeSpan.FromHours(1), 600);
        Silence? current = null;
        var alerts = new List<string>();

        foreach (var time in new[] { "13:00", "13:15", "13:20", "13:36", "14:00", "14:17", "15:00", "18:00" })
        {
            if (RealertPolicy.Decide(alerting, "k", current, null, Clock.At(time)) is not RealertDecision.Passed(var next))
                continue;
            current = next;
            alerts.Add($"{time} until {Clock.Text(next!.Until)}, {next.Exponent}");
        }

        alerts.Should().Equal(
            "13:00 until 13:10, 0", "13:15 until 13:35, 1", "13:36 until 14:16, 2", "14:17 until 15:17, 2", "18:00 until 18:10, 0");
    }

    [Fact]
    public void Decide_AtTheEndOfASilence_Passes() =>
        RealertPolicy.Decide(new RuleAlerting(), "k", new Silence("k", Now), null, Now).Should().BeOfType<RealertDecision.Passed>();

    [Fact]
    public void Decide_RuleSilenced_NamesTheSilenceOfTheRule()
    {
        var decision = RealertPolicy.Decide(new RuleAlerting(), "k", null, new Silence("r._silence", Now.AddHours(1)), Now);

        decision.Should().BeOfType<RealertDecision.Silent>().Which.By.Key.Should().Be("r._silence");
    }

    private static (int Exponent, int Seconds) Next(TimeSpan cap, int sinceLast, int stored)
    {
        var silence = RealertPolicy.Next(Alerting(cap, 10), "k", new Silence("k", Now.AddSeconds(-sinceLast), stored), Now);
        return (silence.Exponent, (int)(silence.Until - Now).TotalSeconds);
    }

    private static RuleAlerting Alerting(TimeSpan cap, int realert) =>
        new() { Realert = TimeSpan.FromSeconds(realert), ExponentialRealert = cap };
}
