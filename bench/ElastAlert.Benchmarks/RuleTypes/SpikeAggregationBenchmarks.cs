using BenchmarkDotNet.Attributes;

namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures SpikeAggregation against parsing.</summary>
public class SpikeAggregationBenchmarks() : RuleTypeBenchmarks("""{ "type": "spike_aggregation", "metric_agg_key": "latency", "metric_agg_type": "avg", "spike_height": 3, "spike_type": "both", "timeframe": { "minutes": 10 }, "query_key": "host.name" }""")
{
    /// <inheritdoc/>
    protected override string? Element => """ "metric_latency_avg":{"value":42.5} """;

    /// <summary>Evaluates the answer about the next minute by the same rule type, which knows the keys.</summary>
    [Benchmark(OperationsPerInvoke = Pages.Size)]
    public int EvaluateKnownKeys() => EvaluateNext();
}
