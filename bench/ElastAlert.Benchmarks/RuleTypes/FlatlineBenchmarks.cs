namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures Flatline against parsing.</summary>
public class FlatlineBenchmarks() : RuleTypeBenchmarks("""{ "type": "flatline", "threshold": 5, "timeframe": { "minutes": 1 }, "query_key": "host.name" }""");
