using System.Runtime.CompilerServices;
using ElastAlert.Engine.Reading;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Answers the queries of one rule from a list of documents.</summary>
internal sealed class FakeRuleData(Rule rule, RuleTypeNeeds needs) : IRuleData
{
    private readonly List<Hit> _documents = [];

    public List<string> Queries { get; } = [];

    /// <summary>Gets or sets whether an answer lacks something, by the number of the query counted from 0.</summary>
    public Func<int, bool> IsPartial { get; set; } = static _ => false;

    public int PageSize { get; set; } = 10_000;

    /// <summary>Gets or sets what a query throws, by its number counted from 0, or null.</summary>
    public Func<int, Exception?> Fail { get; set; } = static _ => null;

    public Func<Task> BeforePage { get; set; } = static () => Task.CompletedTask;

    public Func<TimeWindow, long>? CountOf { get; set; }

    public IReadOnlyList<TermsBucket> Buckets { get; set; } = [];

    public IReadOnlyList<string> TopCountFields { get; set; } = [];

    public FakeRuleData Add(string id, string time, string json = "{}")
    {
        var moment = Clock.At(time);
        var hit = Some.Hit(json, moment, id, "idx");
        lock (_documents)
            _documents.Add(hit);
        return this;
    }

    public FakeRuleData Add(Hit hit)
    {
        lock (_documents)
            _documents.Add(hit);
        return this;
    }

    public async IAsyncEnumerable<DataPage> ReadAsync(
        SegmentQuery segment, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = segment.Window;
        var number = Queries.Count;
        Queries.Add($"[{Clock.Text(window.Start)}→{Clock.Text(window.End)}]");
        if (Fail(number) is { } failure)
            throw failure;
        List<Hit> hits;
        lock (_documents)
            hits = [.. _documents.Where(hit => window.Contains(hit.Timestamp)).OrderBy(hit => hit.Timestamp)];
        if (rule.Query.Kind == QueryKind.Count)
        {
            var count = CountOf?.Invoke(window) ?? hits.Count;
            yield return new DataPage.Answer(new RuleInput.Count(window.End, count), count)
            {
                IsPartial = IsPartial(number),
                Notices = IsPartial(number) ? ["a shard failed"] : [],
            };
        }
        else if (rule.Query.Kind == QueryKind.Terms)
        {
            yield return new DataPage.Answer(new RuleInput.Terms(window.End, Buckets), Buckets.Count);
        }
        else if (needs.Aggregation is not null)
        {
            yield return new DataPage.Answer(null, hits.Count);
        }
        else
        {
            if (IsPartial(number))
            {
                yield return new DataPage.Documents([]) { IsPartial = true, Notices = ["a shard failed"] };
                hits = [.. hits.Where(hit => !hit.Id.StartsWith("missing", StringComparison.Ordinal))];
            }

            foreach (var page in hits.Chunk(PageSize))
            {
                await BeforePage();
                yield return new DataPage.Documents([page]);
            }
        }
    }

    public Func<SeedQuery, RuleInput.Seed> Seed { get; set; } = static _ => throw new NotSupportedException();

    public Task<RuleInput.Seed> SeedAsync(SeedQuery query, CancellationToken cancellationToken) => Task.FromResult(Seed(query));

    public Func<RuleMatch, string, IReadOnlyList<KeyValuePair<string, long>>> TopCounts { get; set; } = static (_, _) => [];

    public Task<IReadOnlyList<KeyValuePair<string, long>>> CountAsync(RuleMatch match, string field, CancellationToken cancellationToken) =>
        Task.FromResult(TopCounts(match, field));
}
