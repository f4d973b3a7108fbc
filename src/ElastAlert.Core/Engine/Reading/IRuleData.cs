using ElastAlert.Alerting;

namespace ElastAlert.Engine.Reading;

/// <summary>Asks the cluster of one rule for its data.</summary>
internal interface IRuleData : ITopCounts
{
    /// <summary>Asks for the data of one segment.</summary>
    /// <param name="segment">The span, and what of it is known.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The pages; what a page holds is valid until the next one is asked for.</returns>
    /// <exception cref="SearchException">The cluster did not answer, or refused.</exception>
    IAsyncEnumerable<DataPage> ReadAsync(SegmentQuery segment, CancellationToken cancellationToken);

    /// <summary>Asks a seed query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The answer, with memory of its own.</returns>
    /// <exception cref="SearchException">The cluster did not answer, or refused.</exception>
    Task<RuleInput.Seed> SeedAsync(SeedQuery query, CancellationToken cancellationToken);
}
