namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is what the windows of all keys of a rule that is watched for spikes share.</summary>
/// <param name="timeframe">The length of each window.</param>
/// <param name="log">Saves what the windows hold.</param>
internal sealed class SpikeFrame(TimeSpan timeframe, StateLog log)
{
    /// <summary>Gets the length of each window, in ticks.</summary>
    public long Length { get; } = timeframe.Ticks;

    /// <summary>Gets the moves of all windows.</summary>
    public WindowMoves Moves { get; } = new(log);

    /// <summary>Gets what saves the windows.</summary>
    public StateLog Log { get; } = log;
}
