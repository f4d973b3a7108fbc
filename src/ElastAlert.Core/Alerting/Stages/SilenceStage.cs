namespace ElastAlert.Alerting.Stages;

/// <summary>Drops matches whose key is silent, and silences the keys of the others (engine.md 5.1, 5.3).</summary>
/// <param name="silences">The silences.</param>
/// <param name="source">What knows silences from outside, or <see langword="null"/>; asked once a run (Q50).</param>
internal sealed class SilenceStage(SilenceBook silences, ISilenceSource? source) : IGateStage
{
    /// <inheritdoc/>
    public async ValueTask<MatchBatch> ProcessAsync(MatchBatch batch, CancellationToken cancellationToken)
    {
        var errors = await FindAsync(batch, cancellationToken).ConfigureAwait(false);
        var matches = batch.Matches.ToArray();
        for (var place = 0; place < matches.Length; place++)
        {
            if (matches[place].Decision is null)
                matches[place] = Decide(batch, matches[place]);
        }

        return batch with { Matches = matches, Errors = [.. batch.Errors, .. errors] };
    }

    private GatedMatch Decide(MatchBatch batch, GatedMatch match)
    {
        var key = match.SilenceKey;
        var ruleWide = silences.Find(SilenceKey.OfRule(batch.Rule.Name));
        switch (RealertPolicy.Decide(batch.Rule.Alerting, key, silences.Find(key), ruleWide, batch.Now))
        {
            case RealertDecision.Silent(var silence):
                return match.Decide(MatchOutcome.Silenced, batch.Now, silence.Key, silence.Until);
            case RealertDecision.Passed({ } next):
                silences.Set(next);
                return match;
            default:
                return match;
        }
    }

    private async ValueTask<IReadOnlyList<HandledError>> FindAsync(MatchBatch batch, CancellationToken cancellationToken)
    {
        if (source is null || !batch.IsOpen)
            return [];
        var keys = batch.Matches.Select(static match => match.SilenceKey).Append(SilenceKey.OfRule(batch.Rule.Name));
        try
        {
            silences.AddFound(await source.FindAsync(keys.ToHashSet(StringComparer.Ordinal), cancellationToken).ConfigureAwait(false));
            return [];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A store border: silences that cannot be looked up do not silence anything (engine.md 6.5).
            return [new HandledError($"Error querying for silences: {exception.Message}", exception)];
        }
    }
}
