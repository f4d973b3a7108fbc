using System.Runtime.CompilerServices;
using System.Text.Json;
using ElastAlert.Search;
using ElastAlert.Values;

namespace ElastAlert.Querying;

/// <summary>Asks the questions of one rule.</summary>
/// <remarks>Used by one loop at a time. Failures are thrown as <see cref="SearchException"/>, cancellation as usual.</remarks>
internal sealed class RuleQueryRunner
{
    private readonly Rule _rule;
    private readonly RuleTypeNeeds _needs;
    private readonly SearchCluster _cluster;
    private readonly RuleSearch _search;
    private readonly HitReader _reader;
    private readonly HitPager _pager;
    private readonly OverlapReader _overlap;
    private readonly TimestampCodec _codec;
    private readonly TopCountPlanner _topCounts;

    public RuleQueryRunner(Rule rule, RuleTypeNeeds needs, SearchCluster cluster, TimeProvider time)
    {
        _rule = rule;
        _needs = needs;
        _cluster = cluster;
        _search = new RuleSearch(rule, needs);
        _reader = new HitReader(rule);
        _pager = new HitPager(cluster, time);
        _overlap = new OverlapReader(_search, _reader, _pager, rule.Timestamp);
        _codec = new TimestampCodec(rule.Timestamp);
        _topCounts = new TopCountPlanner(rule, needs);
    }

    /// <summary>Gets the fields whose most frequent values matches get, with their suffix.</summary>
    public IReadOnlyList<string> TopCountFields => _topCounts.Fields;

    /// <summary>Returns the query for the data of a window as ElastAlert records one that failed; empty for aggregations, which it leaves out.</summary>
    public ReadOnlyMemory<byte> Recorded(TimeWindow window) => _rule.Query switch
    {
        { Kind: QueryKind.Count } => _search.Count(window).Body,
        { Kind: QueryKind.Terms } => _search.Terms(window).Body,
        _ when _needs.Aggregation is not null => default,
        { Eql: not null } => _search.Eql(window).Body,
        { Esql: not null } => _search.Esql(window).Body,
        _ => HitSearchRequests.First(_search.Hits(window), withScroll: true).Body,
    };

    /// <summary>Reads the documents of a window, page by page; a page is valid until the next one is asked for.</summary>
    public IAsyncEnumerable<HitPage> QueryHitsAsync(TimeWindow window, CancellationToken cancellationToken)
    {
        if (_rule.Query.Eql is not null)
            return QueryEqlAsync(window, cancellationToken);
        return _rule.Query.Esql is not null ? QueryEsqlAsync(window, cancellationToken) : ReadHitsAsync(_search.Hits(window), cancellationToken);
    }

    /// <summary>
    /// Reads the documents of a window that were not seen before, or not in their present version, without reading again what was:
    /// first the late ones, then those after the committed end. <see cref="HitPage.Unread"/> tells how many others the window has.
    /// </summary>
    /// <param name="window">The window.</param>
    /// <param name="committedEnd">The moment up to which documents were read before, or null when none were.</param>
    /// <param name="seen">The documents that were read.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public IAsyncEnumerable<HitPage> QueryNewHitsAsync(
        TimeWindow window, DateTimeOffset? committedEnd, ISeenDocuments seen, CancellationToken cancellationToken)
    {
        if (_rule.Query.Eql is not null || _rule.Query.Esql is not null)
            return QueryHitsAsync(window, cancellationToken);
        return committedEnd > window.Start && committedEnd < window.End
            ? _overlap.ReadAsync(window, committedEnd.Value, seen, cancellationToken)
            : ReadHitsAsync(_search.HitsWithVersions(window), cancellationToken);
    }

    /// <summary>Counts the documents of a window.</summary>
    public async Task<CountAnswer> QueryCountAsync(TimeWindow window, CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(_search.Count(window), cancellationToken).ConfigureAwait(false);
        var count = answer.Root.GetProperty("count").GetInt64();
        return new CountAnswer(new RuleInput.Count(EndOf(window), count), PartialAnswerReader.Read(answer.Root));
    }

    /// <summary>Counts the documents of a window per value of the query key.</summary>
    public async Task<TermsAnswer> QueryTermsAsync(TimeWindow window, CancellationToken cancellationToken)
    {
        await CheckTermsAsync(cancellationToken).ConfigureAwait(false);
        using var answer = await AskAsync(_search.Terms(window), cancellationToken).ConfigureAwait(false);
        var isFound = TermsBuckets.TryFind(answer.Root, out var counts);
        return new TermsAnswer(isFound ? new RuleInput.Terms(EndOf(window), TermsBuckets.Read(counts)) : null)
        {
            OtherDocuments = isFound ? TermsBuckets.OtherDocuments(counts) : 0,
            Partial = PartialAnswerReader.Read(answer.Root),
        };
    }

    /// <summary>Counts the documents of a window per value of the query key, page by page until all values are read.</summary>
    public async IAsyncEnumerable<TermsAnswer> QueryTermsPagesAsync(TimeWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = KeyPages.ReadAsync(
            after => AskAsync(_search.TermsPage(window, after), cancellationToken), "counts", _rule.Query, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            yield return new TermsAnswer(page.IsFirst && !page.IsFound ? null : new RuleInput.Terms(EndOf(window), page.ToTerms()))
            {
                Partial = page.Partial,
            };
        }
    }

    /// <summary>Asks for the aggregation of the rule type over a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="offset">How far bucket borders lie after multiples of the interval.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<AggregationAnswer> QueryAggregationAsync(TimeWindow window, TimeSpan offset, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(_search.Aggregation(window, offset), cancellationToken).ConfigureAwait(false);
        var isFound = answer.Root.TryGetProperty("aggregations", out var aggregations);
        return new AggregationAnswer(isFound ? new RuleInput.Aggregation(EndOf(window), aggregations) : null, answer)
        {
            Total = SearchPage.TotalOf(answer.Root),
            OtherDocuments = isFound && aggregations.TryGetProperty("bucket_aggs", out var keys) ? TermsBuckets.OtherDocuments(keys) : 0,
            Partial = PartialAnswerReader.Read(answer.Root),
        };
    }

    /// <summary>Finds the most frequent values of a field among the documents around a match, the most frequent first.</summary>
    public async Task<IReadOnlyList<TopCount>> QueryTopCountsAsync(RuleMatch match, string field, CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(_search.TopCounts(_topCounts.Plan(match, field)), cancellationToken).ConfigureAwait(false);
        return TermsBuckets.TryFind(answer.Root, out var counts)
            ? [.. TermsBuckets.Read(counts).Select(bucket => new TopCount(bucket.Key.ToText(), bucket.Count)).OrderByDescending(count => count.Count)]
            : [];
    }

    /// <summary>Asks for the aggregation of the rule type over a window, page by page until all values of the query key are read.</summary>
    /// <param name="window">The window.</param>
    /// <param name="offset">How far bucket borders lie after multiples of the interval.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async IAsyncEnumerable<AggregationAnswer> QueryAggregationPagesAsync(
        TimeWindow window, TimeSpan offset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = KeyPages.ReadAsync(
            after => AskAsync(_search.AggregationPage(window, offset, after), cancellationToken), "bucket_aggs", _rule.Query, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            yield return new AggregationAnswer(page.IsFirst && !page.IsFound ? null : new RuleInput.Aggregation(EndOf(window), page.ToNested()))
            {
                Total = page.Total,
                Partial = page.Partial,
            };
        }
    }

    /// <summary>Asks a query that the rule type wants answered before its first run.</summary>
    public async Task<SeedAnswer> QuerySeedAsync(SeedQuery query, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(RuleSearch.Seed(query), cancellationToken).ConfigureAwait(false);
        return new SeedAnswer(answer, new RuleInput.Seed(query, answer.Root)) { Partial = PartialAnswerReader.Read(answer.Root) };
    }

    private async IAsyncEnumerable<HitPage> ReadHitsAsync(HitSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = _pager.ReadAsync(search, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            yield return new HitPage(page.ReadHits().Select(ReadAll))
            {
                Total = page.Total,
                Partial = page.Partial,
                CutOff = HitPage.CutOffOf(page),
            };
        }
    }

    private async IAsyncEnumerable<HitPage> QueryEqlAsync(TimeWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(_search.Eql(window), cancellationToken).ConfigureAwait(false);
        var outer = answer.Root.GetProperty("hits");
        if (outer.TryGetProperty("sequences", out _))
            throw new SearchException("The EQL query finds sequences; a rule needs single events: leave out 'sequence' and 'sample'.");
        var events = outer.TryGetProperty("events", out var found) ? found.EnumerateArray().ToList() : [];
        yield return OnePage(ReadAll(events), answer) with
        {
            CutOff = events.Count >= _rule.Query.MaxQuerySize ? $"max_query_size ended the EQL query after {events.Count} events" : null,
        };
    }

    private async IAsyncEnumerable<HitPage> QueryEsqlAsync(TimeWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(_search.Esql(window), cancellationToken).ConfigureAwait(false);
        var rows = EsqlRows.Read(answer.Root, IndexExpression.For(_rule.Query, window));
        yield return OnePage([.. ReadAll(rows).OrderBy(hit => hit.Timestamp)], answer);
    }

    private static HitPage OnePage(List<Hit> hits, SearchAnswer answer) =>
        new([hits]) { Total = hits.Count, Partial = PartialAnswerReader.Read(answer.Root) };

    private List<Hit> ReadAll(IEnumerable<JsonElement> hits) => [.. hits.Select(_reader.Read)];

    private async Task CheckTermsAsync(CancellationToken cancellationToken)
    {
        if (_rule.Query.CompoundQueryKey.Count < 2)
            return;
        var dialect = await _cluster.GetDialectAsync(cancellationToken).ConfigureAwait(false);
        if (!dialect.HasMultiTerms)
        {
            throw new SearchException(
                $"use_terms_query with several fields as query_key needs Elasticsearch 7.12 or OpenSearch 2.1; this is {dialect.Server}.");
        }
    }

    private Task<SearchAnswer> AskAsync(SearchRequest request, CancellationToken cancellationToken) =>
        _cluster.Transport.AskAsync(request, cancellationToken);

    private DateTimeOffset EndOf(TimeWindow window) => _codec.InQueryZone(window.End);
}
