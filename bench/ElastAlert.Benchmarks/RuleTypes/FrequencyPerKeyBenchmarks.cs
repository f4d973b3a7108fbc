namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures FrequencyPerKey against parsing.</summary>
public class FrequencyPerKeyBenchmarks() : RuleTypeBenchmarks("""{ "type": "frequency", "num_events": 150, "timeframe": { "hours": 1 }, "query_key": "host.name" }""");
