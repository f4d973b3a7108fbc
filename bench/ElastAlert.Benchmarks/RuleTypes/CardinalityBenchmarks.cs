namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures Cardinality against parsing.</summary>
public class CardinalityBenchmarks() : RuleTypeBenchmarks("""{ "type": "cardinality", "cardinality_field": "session", "max_cardinality": 5000, "timeframe": { "hours": 1 } }""");
