using System.Runtime.CompilerServices;
using ElastAlert.Querying;

namespace ElastAlert.Engine.Reading;

/// <summary>Asks for the data of a rule in the way that its rule type and its options say.</summary>
/// <param name="rule">The rule.</param>
/// <param name="needs">What its rule type wants.</param>
/// <param name="queries">Asks.</param>
internal sealed class QueriedRuleData(Rule rule, RuleTypeNeeds needs, RuleQueryRunner queries) : IRuleData
{
    /// <inheritdoc/>
    public IReadOnlyList<string> TopCountFields => queries.TopCountFields;

    /// <inheritdoc/>
    public IAsyncEnumerable<DataPage> ReadAsync(SegmentQuery segment, CancellationToken cancellationToken) =>
        QueryFailedException.ExplainAsync(ReadPagesAsync(segment, cancellationToken), () => queries.Recorded(segment.Window), cancellationToken);

    /// <inheritdoc/>
    public async Task<RuleInput.Seed> SeedAsync(SeedQuery query, CancellationToken cancellationToken)
    {
        using var answer = await queries.QuerySeedAsync(query, cancellationToken).ConfigureAwait(false);
        if (answer.Partial is { } partial)
            throw new SearchException($"The answer to the search before the first run is not complete: {partial}.") { IsTransient = true };
        return answer.Input with { Answer = answer.Input.Answer.Clone() };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeyValuePair<string, long>>> CountAsync(RuleMatch match, string field, CancellationToken cancellationToken)
    {
        var counts = await queries.QueryTopCountsAsync(match, field, cancellationToken).ConfigureAwait(false);
        return [.. counts.Select(static count => KeyValuePair.Create(count.Value, count.Count))];
    }

    private static string[] Reasons(string? partial) => partial is null ? [] : [$"The answer was not complete: {partial}"];

    private static string[] Reasons(string? partial, long otherDocuments) => otherDocuments == 0
        ? Reasons(partial)
        : [.. Reasons(partial), $"{otherDocuments} documents have values of the query key beyond terms_size"];

    private IAsyncEnumerable<DataPage> ReadPagesAsync(SegmentQuery segment, CancellationToken cancellationToken) =>
        rule.Query.Kind switch
        {
            QueryKind.Count => ReadCountAsync(segment.Window, cancellationToken),
            QueryKind.Terms when rule.Query.TermsPaging => ReadTermsPagesAsync(segment.Window, cancellationToken),
            QueryKind.Terms => ReadTermsAsync(segment.Window, cancellationToken),
            _ when needs.Aggregation is not null && rule.Query is { TermsPaging: true, QueryKey: not null } =>
                ReadAggregationPagesAsync(segment.Window, segment.BucketOffset, cancellationToken),
            _ when needs.Aggregation is not null => ReadAggregationAsync(segment.Window, segment.BucketOffset, cancellationToken),
            _ => ReadHitsAsync(segment, cancellationToken),
        };

    private async IAsyncEnumerable<DataPage> ReadHitsAsync(SegmentQuery segment, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in queries.QueryNewHitsAsync(segment.Window, segment.ReadUntil, segment.Seen, cancellationToken).ConfigureAwait(false))
        {
            yield return new DataPage.Documents(page.Batches)
            {
                Unread = page.Unread,
                IsPartial = page.Partial is not null,
                Notices = page.CutOff is null ? Reasons(page.Partial?.ToString()) : [.. Reasons(page.Partial?.ToString()), page.CutOff],
            };
        }
    }

    private async IAsyncEnumerable<DataPage> ReadCountAsync(TimeWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var answer = await queries.QueryCountAsync(window, cancellationToken).ConfigureAwait(false);
        yield return new DataPage.Answer(answer.Input, answer.Input.Value)
        {
            IsPartial = answer.Partial is not null,
            Notices = Reasons(answer.Partial?.ToString()),
        };
    }

    private async IAsyncEnumerable<DataPage> ReadTermsAsync(TimeWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return PageOf(await queries.QueryTermsAsync(window, cancellationToken).ConfigureAwait(false));
    }

    private IAsyncEnumerable<DataPage> ReadTermsPagesAsync(TimeWindow window, CancellationToken cancellationToken) =>
        queries.QueryTermsPagesAsync(window, cancellationToken).Select(PageOf);

    private async IAsyncEnumerable<DataPage> ReadAggregationAsync(
        TimeWindow window, TimeSpan bucketOffset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var answer = await queries.QueryAggregationAsync(window, bucketOffset, cancellationToken).ConfigureAwait(false);
        yield return PageOf(answer);
    }

    private IAsyncEnumerable<DataPage> ReadAggregationPagesAsync(TimeWindow window, TimeSpan bucketOffset, CancellationToken cancellationToken) =>
        queries.QueryAggregationPagesAsync(window, bucketOffset, cancellationToken).Select(PageOf);

    private static DataPage PageOf(TermsAnswer answer) => new DataPage.Answer(answer.Input, answer.Input?.Buckets.Count ?? 0)
    {
        IsPartial = answer.Partial is not null,
        Notices = Reasons(answer.Partial?.ToString(), answer.OtherDocuments),
    };

    private static DataPage PageOf(AggregationAnswer answer) => new DataPage.Answer(answer.Input, answer.Total)
    {
        IsPartial = answer.Partial is not null,
        Notices = Reasons(answer.Partial?.ToString(), answer.OtherDocuments),
    };
}
