namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures Spike against parsing.</summary>
public class SpikeBenchmarks() : RuleTypeBenchmarks("""{ "type": "spike", "spike_height": 3, "spike_type": "both", "timeframe": { "seconds": 2 }, "threshold_cur": 10 }""");
