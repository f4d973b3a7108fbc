namespace ElastAlert;

/// <summary>Tells which runs were recorded, by whichever ElastAlert.</summary>
internal interface IRecordedRuns
{
    /// <summary>Reads the newest records of runs that this engine has not written.</summary>
    /// <param name="rule">The name of the rule.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The records, the newest first.</returns>
    Task<IReadOnlyList<RecordedRun>> ByOthersAsync(string rule, CancellationToken cancellationToken);
}
