namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures NewTerm against parsing.</summary>
public class NewTermBenchmarks() : RuleTypeBenchmarks("""{ "type": "new_term", "fields": ["country", ["host.name", "status"]] }""");
