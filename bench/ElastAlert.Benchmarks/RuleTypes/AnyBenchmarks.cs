namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures Any against parsing.</summary>
public class AnyBenchmarks() : RuleTypeBenchmarks("""{ "type": "any" }""");
