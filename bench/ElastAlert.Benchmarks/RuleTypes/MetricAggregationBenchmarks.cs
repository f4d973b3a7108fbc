namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures MetricAggregation against parsing.</summary>
public class MetricAggregationBenchmarks() : RuleTypeBenchmarks("""{ "type": "metric_aggregation", "metric_agg_key": "latency", "metric_agg_type": "avg", "max_threshold": 100, "query_key": "host.name" }""")
{
    /// <inheritdoc/>
    protected override byte[] Answer() => Pages.Aggregation(""" "metric_latency_avg":{"value":42.5} """);
}
