using System.Diagnostics.CodeAnalysis;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is what is remembered about a key that is watched for spikes.</summary>
internal struct SpikeKey : IKeyState
{
    private SpikeWindows _windows;

    /// <summary>Gets the windows; there is nothing in them while the key is at rest.</summary>
    [UnscopedRef]
    public ref SpikeWindows Windows => ref _windows;

    /// <summary>Gets whether the key waits for its next event.</summary>
    public bool IsAtRest { get; private set; }

    /// <summary>Gets or sets when the first event came since the beginning or the last match, in ticks of UTC.</summary>
    public long? FirstEvent { get; set; }

    /// <summary>Gets or sets until when the key is not compared early, in ticks of UTC.</summary>
    public long? SkipUntil { get; set; }

    /// <summary>Begins in place, since there is much to copy.</summary>
    /// <param name="frame">What the windows of all keys share.</param>
    public void Begin(SpikeFrame frame) => _windows.Begin(frame);

    /// <summary>Forgets the windows until the next event.</summary>
    public void Rest()
    {
        _windows.Clear();
        IsAtRest = true;
    }

    /// <inheritdoc/>
    public readonly void Write(StateWriter writer)
    {
        writer.Optional(FirstEvent);
        writer.Optional(SkipUntil);
        writer.Number(IsAtRest ? 0 : 1);
        if (!IsAtRest)
            _windows.Write(writer);
    }

    /// <inheritdoc/>
    public void Read(StateReader reader, RestoredRecords records)
    {
        FirstEvent = reader.Optional();
        SkipUntil = reader.Optional();
        IsAtRest = reader.Number() == 0;
        if (!IsAtRest)
            _windows.Read(reader, records);
    }

    /// <inheritdoc/>
    public void Release() => _windows.Clear();
}
