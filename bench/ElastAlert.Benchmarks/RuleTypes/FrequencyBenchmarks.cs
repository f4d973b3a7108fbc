namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures Frequency against parsing.</summary>
public class FrequencyBenchmarks() : RuleTypeBenchmarks("""{ "type": "frequency", "num_events": 1000000, "timeframe": { "hours": 1 } }""");
