using System.Text.Json;

namespace ElastAlert;

/// <summary>Is what a rule type is fed with: the answer of one query or one page, or the news that a span is complete.</summary>
public abstract record RuleInput
{
    private RuleInput()
    {
    }

    /// <summary>Brings documents that were not fed before, ascending by time within one input; a later input may go back in time.</summary>
    /// <param name="Items">The documents, at least one.</param>
    public sealed record Hits(IReadOnlyList<Hit> Items) : RuleInput
    {
        /// <summary>Gets whether more documents of the same span may follow; <see cref="WindowEnd"/> says when all are there.</summary>
        /// <value>The engine feeds portions, whose size depends on that of the documents; the default is <see langword="false"/>.</value>
        public bool IsPortion { get; init; }
    }

    /// <summary>Brings the number of documents of a span.</summary>
    /// <param name="At">The end of the span, with the offset of the query's time zone.</param>
    /// <param name="Value">The number.</param>
    public sealed record Count(DateTimeOffset At, long Value) : RuleInput;

    /// <summary>
    /// Brings the number of documents of a span per value of the query key; possibly for none. A rule with <c>terms_paging</c> gets one input
    /// for each page, with other values in each.
    /// </summary>
    /// <param name="At">The end of the span, with the offset of the query's time zone.</param>
    /// <param name="Buckets">The values in the server's order.</param>
    public sealed record Terms(DateTimeOffset At, IReadOnlyList<TermsBucket> Buckets) : RuleInput;

    /// <summary>
    /// Brings the answer to the aggregation that the rule type supplied. A rule with <c>terms_paging</c> gets one input for each page; of
    /// several parts of a query key, the buckets of the outer ones then hold no more than their key and what is inside, and may come again
    /// in the next page.
    /// </summary>
    /// <param name="At">The end of the span, with the offset of the query's time zone.</param>
    /// <param name="Answer">The member <c>aggregations</c> of the answer; valid while it is evaluated.</param>
    public sealed record Aggregation(DateTimeOffset At, JsonElement Answer) : RuleInput;

    /// <summary>Brings the answer to a seed query of <see cref="RuleTypeNeeds.Seed"/>.</summary>
    /// <param name="Query">The query that was asked.</param>
    /// <param name="Answer">The whole answer; valid while it is evaluated.</param>
    public sealed record Seed(SeedQuery Query, JsonElement Answer) : RuleInput;

    /// <summary>Says that everything up to a moment has been fed: stale state can go, and what did not happen can be noticed.</summary>
    /// <param name="At">The end of the span in UTC.</param>
    public sealed record WindowEnd(DateTimeOffset At) : RuleInput;
}
