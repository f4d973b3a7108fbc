namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures PercentageMatch against parsing.</summary>
public class PercentageMatchBenchmarks() : RuleTypeBenchmarks("""{ "type": "percentage_match", "match_bucket_filter": [{ "term": { "status": 500 } }], "max_percentage": 50, "query_key": "host.name" }""")
{
    /// <inheritdoc/>
    protected override byte[] Answer() => Pages.Aggregation(""" "percentage_match_aggs":{"buckets":{"match_bucket":{"doc_count":4},"_other_":{"doc_count":96}}} """);
}
