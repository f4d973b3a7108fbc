using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Measures SpikeAggregation against parsing, by the number of keys.</summary>
public class SpikeAggregationBenchmarks() : RuleTypeBenchmarks("""{ "type": "spike_aggregation", "metric_agg_key": "latency", "metric_agg_type": "avg", "spike_height": 3, "spike_type": "both", "timeframe": { "minutes": 10 }, "query_key": "host.name" }""")
{
    private const int Orders = 8;

    private readonly JsonElement[] _answers = new JsonElement[Orders];
    private IRuleType _familiar = null!;
    private DateTimeOffset _end = Pages.End;
    private int _turn;

    /// <summary>Gets or sets the number of keys, each of which has a bucket in each answer.</summary>
    [Params(50, 1_000, Pages.Size)]
    public int Keys { get; set; }

    /// <inheritdoc/>
    protected override int Rounds => Pages.Size / Keys;

    /// <inheritdoc/>
    public override void Prepare()
    {
        base.Prepare();
        var random = new Random(7);
        for (var order = 0; order < Orders; order++)
        {
            var hosts = Enumerable.Range(0, Keys).ToArray();
            if (order > 0)
                random.Shuffle(hosts);
            _answers[order] = JsonDocument.Parse(Answer(hosts)).RootElement.GetProperty("aggregations");
        }

        _familiar = Create();
    }

    /// <summary>Evaluates answers about one minute after another by a rule type that knows the keys, and ends each window.</summary>
    [Benchmark(OperationsPerInvoke = Pages.Size)]
    public int EvaluateKnownKeys() => EvaluateNext(static _ => 0);

    /// <summary>Does the same with the keys in another order in each answer.</summary>
    [Benchmark(OperationsPerInvoke = Pages.Size)]
    public int EvaluateKnownKeysInAnotherOrder() => EvaluateNext(static turn => turn % Orders);

    /// <inheritdoc/>
    protected override byte[] Answer() => Answer(Enumerable.Range(0, Keys));

    private static byte[] Answer(IEnumerable<int> hosts) => Pages.Aggregation(""" "metric_latency_avg":{"value":42.5} """, hosts);

    private int EvaluateNext(Func<int, int> order)
    {
        var matches = 0;
        for (var round = 0; round < Rounds; round++)
        {
            _end += TimeSpan.FromMinutes(1);
            matches += _familiar.Evaluate(new RuleInput.Aggregation(_end, _answers[order(_turn++)])).Count;
            matches += _familiar.Evaluate(new RuleInput.WindowEnd(_end)).Count;
        }

        return matches;
    }
}
