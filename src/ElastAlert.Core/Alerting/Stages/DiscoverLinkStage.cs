namespace ElastAlert.Alerting.Stages;

/// <summary>Adds links to the first match of every alert.</summary>
/// <param name="links">What makes the links.</param>
internal sealed class DiscoverLinkStage(IDiscoverLinks links) : IGateStage
{
    /// <inheritdoc/>
    public async ValueTask<MatchBatch> ProcessAsync(MatchBatch batch, CancellationToken cancellationToken)
    {
        var matches = batch.Matches.ToArray();
        var errors = new List<HandledError>(batch.Errors);
        var seen = new HashSet<int>();
        for (var place = 0; place < matches.Length; place++)
        {
            if (matches[place].Decision is null && seen.Add(matches[place].Alert))
                matches[place] = await AddAsync(batch.Rule, matches[place], errors, cancellationToken).ConfigureAwait(false);
        }

        return batch with { Matches = matches, Errors = errors };
    }

    private async ValueTask<GatedMatch> AddAsync(
        Rule rule, GatedMatch match, List<HandledError> errors, CancellationToken cancellationToken)
    {
        try
        {
            var fields = match.Match.Fields;
            foreach (var (name, link) in await links.CreateAsync(rule, match.Match, cancellationToken).ConfigureAwait(false))
                fields = fields.With(name, link);
            return match with { Match = match.Match with { Fields = fields } };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A link is never worth an alert (Q58).
            errors.Add(new HandledError($"Error creating a discover link: {exception.Message}", exception));
            return match;
        }
    }
}
