using ElastAlert.Embedded.Aggregations;

namespace ElastAlert.Embedded.Searching;

/// <summary>Lists the kinds of aggregations.</summary>
internal static class SupportedAggregations
{
    public static readonly IReadOnlyDictionary<string, AggregationFactory> All = new Dictionary<string, AggregationFactory>
    {
        ["avg"] = StatisticAggregation.Of("avg", static statistics => statistics.Average),
        ["cardinality"] = CardinalityAggregation.Read,
        ["composite"] = CompositeAggregation.Read,
        ["date_histogram"] = DateHistogramAggregation.Read,
        ["extended_stats"] = ExtendedStatsAggregation.Read,
        ["filter"] = FilterAggregation.Read,
        ["filters"] = FiltersAggregation.Read,
        ["global"] = GlobalAggregation.Read,
        ["histogram"] = HistogramAggregation.Read,
        ["max"] = StatisticAggregation.Of("max", static statistics => statistics.Maximum),
        ["min"] = StatisticAggregation.Of("min", static statistics => statistics.Minimum),
        ["missing"] = MissingAggregation.Read,
        ["multi_terms"] = MultiTermsAggregation.Read,
        ["percentiles"] = PercentilesAggregation.Read,
        ["stats"] = StatsAggregation.Read,
        ["sum"] = StatisticAggregation.Of("sum", static statistics => statistics.Sum),
        ["terms"] = TermsAggregation.Read,
        ["value_count"] = ValueCountAggregation.Read,
    };
}
