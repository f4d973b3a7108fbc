using ElastAlert.Core.Tests.Engine;

namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Looks after each step of the clock how many alerts wait, in the state of the rules and in the gauge.</summary>
internal sealed class PendingWatch : IDisposable
{
    private readonly FaultWorld _world;
    private readonly CollectedMeasurements _measurements;

    public PendingWatch(FaultWorld world)
    {
        _world = world;
        _measurements = new CollectedMeasurements(world.Meters);
        world.Moved = Look;
    }

    /// <summary>Gets the least number that was seen; at the beginning, and whenever all is out, it is 0.</summary>
    public long Least { get; private set; }

    /// <summary>Gets how many commits were conflicts.</summary>
    public long Conflicts => _measurements["elastalert.commits.conflicts"];

    public void Dispose() => _measurements.Dispose();

    // What is observed is added up, so that what the gauge says now is the difference.
    private void Look()
    {
        var before = _measurements["elastalert.alerts.pending"];
        _measurements.Observe();
        var gauge = _measurements["elastalert.alerts.pending"] - before;
        Least = Math.Min(Least, Math.Min(gauge, _world.Engine.Rules.Min(static status => status.PendingAlerts)));
    }
}
