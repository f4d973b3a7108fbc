namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures FrequencyRelated against parsing.</summary>
public class FrequencyRelatedBenchmarks() : RuleTypeBenchmarks("""{ "type": "frequency", "num_events": 1000000, "timeframe": { "hours": 1 }, "attach_related": true }""");
