namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures Whitelist against parsing.</summary>
public class WhitelistBenchmarks() : RuleTypeBenchmarks("""{ "type": "whitelist", "compare_key": "level", "whitelist": ["info", "warn"], "ignore_null": true }""");
