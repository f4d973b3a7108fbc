using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Adds up what the counters of one host's meters count, and asks its gauges.</summary>
internal sealed class CollectedMeasurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public CollectedMeasurements(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
            _counts.AddOrUpdate(instrument.Name, value, (_, before) => before + value));
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) =>
            _counts.AddOrUpdate(instrument.Name, (long)value, (_, before) => before + (long)value));
        _listener.Start();
    }

    public long this[string name] => _counts.GetValueOrDefault(name);

    /// <summary>Asks every gauge.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();
}
