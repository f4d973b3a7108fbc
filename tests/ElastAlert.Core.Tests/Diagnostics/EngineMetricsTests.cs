using System.Diagnostics.Metrics;
using ElastAlert.Core.Tests.Engine;
using ElastAlert.Diagnostics;
using ElastAlert.Engine.Rules;
using ElastAlert.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Core.Tests.Diagnostics;

public sealed class EngineMetricsTests
{
    [Fact]
    public void Observe_RulesThatRunHere_ArePendingDeadAndBehind()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        using var metrics = new EngineMetrics(meters, "");
        using var gauges = new CollectedMeasurements(meters);
        var clock = new TestClock(Clock.At("12:00"));
        var status = new RuleStatus { Rule = Some.Rule(), Condition = RuleCondition.Degraded, CoveredUntil = Clock.At("11:58:30"), PendingAlerts = 3, DeadLetters = 2 };
        metrics.Observe(() => [status, status with { Condition = RuleCondition.OwnedElsewhere }, status with { CoveredUntil = null }], clock);

        gauges.Observe();

        gauges["elastalert.lag"].Should().Be(90, "how far the other two are is not known here");
        gauges["elastalert.alerts.pending"].Should().Be(9);
        gauges["elastalert.alerts.dead"].Should().Be(6);
    }
}
