using ElastAlert.Hosting;

namespace ElastAlert.Core.Tests.RuleTypes.Docs;

/// <summary>Holds the snippets in C# of the pages of the rule types, so that they compile.</summary>
internal static class RuleTypeSnippets
{
    public static IReadOnlyDictionary<string, Action<ElastAlertBuilder>> All { get; } = new Dictionary<string, Action<ElastAlertBuilder>>
    {
        ["any"] = Any,
        ["blacklist"] = Blacklist,
        ["whitelist"] = Whitelist,
        ["change"] = Change,
        ["frequency"] = Frequency,
        ["spike"] = Spike,
        ["flatline"] = Flatline,
        ["new_term"] = NewTerm,
        ["cardinality"] = Cardinality,
        ["metric_aggregation"] = MetricAggregation,
        ["spike_aggregation"] = SpikeAggregation,
        ["percentage_match"] = PercentageMatch,
    };

    private static void Any(ElastAlertBuilder elastAlert)
    {
        elastAlert.AddRule("errors", rule => rule
            .Index("shop-*")
            .Filter(Query.Text("message: ERROR"))
            .Any()
            .Alert("debug"));
    }

    private static void Blacklist(ElastAlertBuilder elastAlert)
    {
        elastAlert.AddRule("blocked countries", rule => rule
            .Index("shop-*")
            .Type("blacklist")
            .Set("compare_key", "country")
            .Set("blacklist", OptionValue.Of([OptionValue.Of("KP"), OptionValue.Of("JP")]))
            .Alert("debug"));
    }

    private static void Whitelist(ElastAlertBuilder elastAlert)
    {
        elastAlert.AddRule("unknown levels", rule => rule
            .Index("shop-*")
            .Type("whitelist")
            .Set("compare_key", "level")
            .Set("whitelist", OptionValue.Of([OptionValue.Of("info"), OptionValue.Of("warn")]))
            .Set("ignore_null", true)
            .Alert("debug"));
    }

    private static void Change(ElastAlertBuilder elastAlert)
    {
        elastAlert.AddRule("country changed", rule => rule
            .Index("shop-*")
            .Type("change")
            .QueryKey("user.name")
            .Set("compare_key", "country")
            .Set("ignore_null", true)
            .Set("timeframe", TimeSpan.FromHours(1))
            .Alert("debug"));
    }

    private static void Frequency(ElastAlertBuilder elastAlert)
    {
        elastAlert.AddRule("many errors", rule => rule
            .Index("shop-*")
            .Filter(Query.Text("message: ERROR"))
            .Frequency(numEvents: 5, timeframe: TimeSpan.FromMinutes(2))
            .QueryKey("host.name")
            .Alert("debug"));
    }

    private static void Spike(ElastAlertBuilder elastAlert)
    {
        elastAlert.AddRule("traffic jump", rule => rule
            .Index("shop-*")
            .Type("spike")
            .Set("timeframe", TimeSpan.FromMinutes(10))
            .Set("spike_height", 3)
            .Set("spike_type", "up")
            .Set("threshold_cur", 20)
            .Alert("debug"));
    }

    private static void Flatline(ElastAlertBuilder elastAlert)
    {
        elastAlert.AddRule("silent host", rule => rule
            .Index("shop-*")
            .Type("flatline")
            .Set("threshold", 2)
            .Set("timeframe", TimeSpan.FromMinutes(5))
            .QueryKey("host.name")
            .Alert("debug"));
    }

    private static void NewTerm(ElastAlertBuilder elastAlert)
    {
        elastAlert.AddRule("new country", rule => rule
            .Index("shop-*")
            .Type("new_term")
            .Set("fields", OptionValue.Of(
            [
                OptionValue.Of("country"),
                OptionValue.Of([OptionValue.Of("host.name"), OptionValue.Of("status")]),
            ]))
            .Set("terms_window_size", TimeSpan.FromDays(7))
            .Alert("debug"));
    }

    private static void Cardinality(ElastAlertBuilder elastAlert)
    {
        elastAlert.AddRule("many sessions", rule => rule
            .Index("shop-*")
            .Type("cardinality")
            .Set("cardinality_field", "session")
            .Set("max_cardinality", 3)
            .Set("timeframe", TimeSpan.FromMinutes(10))
            .QueryKey("user.name")
            .Alert("debug"));
    }

    private static void MetricAggregation(ElastAlertBuilder elastAlert)
    {
        elastAlert.AddRule("slow answers", rule => rule
            .Index("shop-*")
            .Type("metric_aggregation")
            .Set("metric_agg_key", "latency")
            .Set("metric_agg_type", "avg")
            .Set("max_threshold", 500)
            .QueryKey("host.name.keyword")
            .BufferTime(TimeSpan.FromMinutes(5))
            .Set("metric_format_string", "{:.1f} ms")
            .Alert("debug"));
    }

    private static void SpikeAggregation(ElastAlertBuilder elastAlert)
    {
        elastAlert.AddRule("latency jump", rule => rule
            .Index("shop-*")
            .Type("spike_aggregation")
            .Set("metric_agg_key", "latency")
            .Set("metric_agg_type", "avg")
            .Set("timeframe", TimeSpan.FromMinutes(10))
            .Set("spike_height", 2)
            .Set("spike_type", "up")
            .BufferTime(TimeSpan.FromMinutes(2))
            .Alert("debug"));
    }

    private static void PercentageMatch(ElastAlertBuilder elastAlert)
    {
        elastAlert.AddRule("error share", rule => rule
            .Index("shop-*")
            .Type("percentage_match")
            .Set("match_bucket_filter", OptionValue.Of([OptionValue.Of(OptionMap.Create([new(
                "range", OptionValue.Of(OptionMap.Create([new(
                    "status", OptionValue.Of(OptionMap.Create([new("gte", OptionValue.Of(500))])))])))]))]))
            .Set("max_percentage", 25)
            .Set("min_denominator", 20)
            .BufferTime(TimeSpan.FromMinutes(5))
            .Set("percentage_format_string", "%.1f%%")
            .Alert("debug"));
    }
}
