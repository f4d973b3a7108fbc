using ElastAlert.Querying;
using ElastAlert.Values;

namespace ElastAlert.Hosting;

/// <summary>Looks at the data of a rule without running it: how many documents it finds, and what they look like.</summary>
public sealed class RuleProbe
{
    private readonly EngineFactory _factory;

    internal RuleProbe(EngineFactory factory) => _factory = factory;

    /// <summary>Counts the documents of a window and reads the first ones.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="window">The window.</param>
    /// <param name="size">How many documents are read at the most.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="SearchException">The cluster did not answer, or refused the query.</exception>
    public async Task<RuleSample> LookAsync(Rule rule, TimeWindow window, int size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var page = rule with { Query = rule.Query with { Kind = QueryKind.Hits, MaxQuerySize = Math.Min(size, rule.Query.MaxQuerySize), Include = ["*"] } };
        var queries = _factory.QueriesOf(page);
        var documents = new List<Document>();
        await foreach (var hits in queries.QueryHitsAsync(window, cancellationToken).ConfigureAwait(false))
        {
            documents.AddRange(hits.Hits.Take(size - documents.Count).Select(static hit => hit.Fields.ToOwned()));
            if (documents.Count >= size)
                break;
        }

        var isCounted = rule.Query is { Eql: null, Esql: null };
        return new RuleSample(isCounted ? (await queries.QueryCountAsync(window, cancellationToken).ConfigureAwait(false)).Input.Value : null, documents);
    }
}
