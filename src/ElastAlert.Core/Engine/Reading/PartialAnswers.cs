namespace ElastAlert.Engine.Reading;

/// <summary>
/// Remembers since when answers that a rule needs whole are not complete: counts, terms and aggregations wait for a whole answer, and are
/// taken as they are only when the patience is over (design, section 4).
/// </summary>
/// <param name="patience">How long a whole answer is waited for.</param>
/// <param name="time">The clock.</param>
internal sealed class PartialAnswers(TimeSpan patience, TimeProvider time)
{
    private DateTimeOffset? _since;

    /// <summary>Takes note of an answer that is not complete.</summary>
    /// <returns>Whether it is to be taken all the same.</returns>
    public bool Accepts()
    {
        var now = time.GetUtcNow();
        _since ??= now;
        return now - _since >= patience;
    }

    /// <summary>Takes note of a complete answer.</summary>
    public void Reset() => _since = null;
}
