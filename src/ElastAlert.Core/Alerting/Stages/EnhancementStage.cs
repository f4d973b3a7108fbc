namespace ElastAlert.Alerting.Stages;

/// <summary>Runs the enhancements of a rule over matches; one that throws is recorded and leaves the match as it was (Q59).</summary>
/// <param name="enhancements">The enhancements in order, by name.</param>
internal sealed class EnhancementStage(IReadOnlyList<KeyValuePair<string, IMatchEnhancement>> enhancements) : IGateStage
{
    /// <inheritdoc/>
    public async ValueTask<MatchBatch> ProcessAsync(MatchBatch batch, CancellationToken cancellationToken)
    {
        if (enhancements.Count == 0 || !batch.IsOpen)
            return batch;
        var matches = batch.Matches.ToArray();
        var errors = new List<HandledError>(batch.Errors);
        for (var place = 0; place < matches.Length; place++)
        {
            if (matches[place].Decision is null)
                matches[place] = await EnhanceAsync(batch, matches[place], errors, cancellationToken).ConfigureAwait(false);
        }

        return batch with { Matches = matches, Errors = errors };
    }

    private async ValueTask<GatedMatch> EnhanceAsync(
        MatchBatch batch, GatedMatch match, List<HandledError> errors, CancellationToken cancellationToken)
    {
        foreach (var (name, enhancement) in enhancements)
        {
            try
            {
                var enhanced = await enhancement.EnhanceAsync(match.Match, batch.Rule, cancellationToken).ConfigureAwait(false);
                if (enhanced is null)
                    return match.Decide(MatchOutcome.Dropped, batch.Now, name);
                match = match with { Match = enhanced };
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The border to an enhancement: whatever it throws, the match goes on as it was.
                errors.Add(new HandledError($"Error running match enhancement: {exception.Message}", exception));
            }
        }

        return match;
    }
}
