namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures Change against parsing.</summary>
public class ChangeBenchmarks() : RuleTypeBenchmarks("""{ "type": "change", "compare_key": "status", "query_key": "user.name", "ignore_null": true }""");
