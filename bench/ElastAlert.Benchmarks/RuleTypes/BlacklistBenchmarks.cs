namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures Blacklist against parsing.</summary>
public class BlacklistBenchmarks() : RuleTypeBenchmarks("""{ "type": "blacklist", "compare_key": "country", "blacklist": ["KP", "JP"] }""");
