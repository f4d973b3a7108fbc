namespace ElastAlert.Alerting;

/// <summary>Is one stage on the way from match to alert.</summary>
internal interface IGateStage
{
    /// <summary>Returns the batch with more of its matches changed or decided.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    ValueTask<MatchBatch> ProcessAsync(MatchBatch batch, CancellationToken cancellationToken);
}
