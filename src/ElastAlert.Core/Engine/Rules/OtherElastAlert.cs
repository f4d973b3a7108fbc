using ElastAlert.Values;

namespace ElastAlert.Engine.Rules;

/// <summary>Looks now and then whether another ElastAlert runs the rule too, since both would alert the same matches.</summary>
/// <param name="rule">The rule.</param>
/// <param name="runs">Where runs are recorded, or <see langword="null"/>.</param>
internal sealed class OtherElastAlert(Rule rule, IRecordedRuns? runs)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private DateTimeOffset? _looked;
    private TimeSpan _wait = FirstWait;
    private string? _notice;

    /// <summary>Looks, if it is time to.</summary>
    /// <param name="end">The committed end of the rule, or <see langword="null"/>.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <returns>What is to be said, or <see langword="null"/>.</returns>
    public async Task<string?> LookAsync(DateTimeOffset? end, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (runs is null || now < _looked + _wait)
            return _notice;
        try
        {
            var found = await runs.ByOthersAsync(rule.Name, cancellationToken).ConfigureAwait(false);
            _notice = Notice([.. found.Where(run => run.End > end || run.RecordedAt > _looked)]);
            (_looked, _wait) = (now, NextWait());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A store border: the next run looks again.
        }

        return _notice;
    }

    private static string? Notice(IReadOnlyList<RecordedRun> runs)
    {
        if (runs.Count == 0)
            return null;
        var (end, recordedAt) = runs.MaxBy(static run => run.End);
        return $"Another ElastAlert has run this rule up to {IsoTime.Format(end)} (recorded at {IsoTime.Format(recordedAt)}): stop it, or both alert the same "
            + "matches; if it is stopped already, nothing is left to do, but matches up to that moment may be alerted twice";
    }

    // Soon after the first look, and as long as there is something to say; then more and more rarely.
    private TimeSpan NextWait()
    {
        if (_notice is not null || _looked is null)
            return FirstWait;
        return 2 * _wait < LongestWait ? 2 * _wait : LongestWait;
    }
}
