namespace ElastAlert.Engine;

/// <summary>Is the clock of a replay: it shows what it is set to, while time limits of attempts are those of real time.</summary>
/// <param name="start">What it shows at first.</param>
internal sealed class ReplayClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start.ToUniversalTime();

    /// <summary>Sets the clock.</summary>
    /// <param name="moment">The moment.</param>
    public void Set(DateTimeOffset moment) => _now = moment.ToUniversalTime();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;
}
