using System.Globalization;

namespace ElastAlert.DocPictures;

/// <summary>Lists the pictures, one for each rule type.</summary>
public static class Scenarios
{
    /// <summary>Gets the pictures.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("any", "{}", Dots(2, 5, 9, 14, 17)) { Caption = "every document" },
        new("blacklist", """{ "compare_key": "country", "blacklist": ["KP", "JP"] }""", Texts("country", (2, "DE"), (5, "KP"), (9, "US"), (13, "JP"), (17, "FR")))
        { Caption = "blacklist: KP, JP" },
        new("whitelist", """{ "compare_key": "level", "whitelist": ["info", "warn"], "ignore_null": true }""", Texts("level", (2, "info"), (6, "warn"), (10, "debug"), (14, "info"), (17, "panic")))
        { Caption = "whitelist: info, warn" },
        new("change", """{ "compare_key": "country", "query_key": "user", "ignore_null": true }""", Texts("country", (2, "DE"), (5, "DE"), (9, "FR"), (13, "FR"), (17, "DE")))
        { Caption = "country of one user" },
        new("frequency", """{ "num_events": 5, "timeframe": { "minutes": 2 } }""", Dots(1, 4, 6, 6.4, 6.9, 7.3, 7.7, 8.2, 8.6, 9, 9.3, 9.5, 13, 16))
        { Caption = "five events within two minutes" },
        new("spike", """{ "spike_height": 3, "spike_type": "up", "timeframe": { "minutes": 5 }, "threshold_cur": 6 }""", Dots(0.5, 2, 4, 6, 8, 10.2, 10.5, 10.8, 11.1, 11.4, 11.6, 11.8, 12.1, 12.4, 15, 17))
        { Caption = "three times as many as in the five minutes before" },
        new("flatline", """{ "threshold": 2, "timeframe": { "minutes": 5 } }""", Dots(0.5, 1.5, 3, 4, 5.2, 6, 6.5, 15.5, 16, 16.5, 17.5), EndsEvery: 1)
        { Caption = "fewer than two events within five minutes" },
        new("new_term", """{ "fields": ["country"] }""", Texts("country", (2, "DE"), (6, "FR"), (10, "DE"), (13, "BR"), (17, "BR")))
        { Caption = "DE and FR are known from the past" },
        new("cardinality", """{ "cardinality_field": "session", "max_cardinality": 3, "timeframe": { "minutes": 10 } }""", Texts("session", (1, "a"), (3, "b"), (5, "a"), (7, "c"), (9, "d"), (15.5, "a"), (19.5, "e")))
        { Caption = "more than three sessions within ten minutes" },
        new("metric_aggregation", """{ "metric_agg_key": "latency", "metric_agg_type": "avg", "max_threshold": 500 }""", Values("avg", 120, 180, 240, 610, 300, 150))
        { Caption = "average above 500" },
        new("spike_aggregation", """{ "metric_agg_key": "latency", "metric_agg_type": "avg", "spike_height": 2, "spike_type": "up", "timeframe": { "minutes": 6 } }""", Values("avg", 100, 110, 105, 110, 230, 260))
        { Caption = "average twice that of the six minutes before" },
        new("percentage_match", """{ "match_bucket_filter": [], "max_percentage": 25 }""", [.. new[] { 4, 8, 12, 40, 18, 6 }.Select(Share)])
        { Caption = "more than 25 percent" },
    ];

    private static IReadOnlyList<Happening> Dots(params double[] minutes) => [.. minutes.Select(static minute => new Happening(minute, ""))];

    private static IReadOnlyList<Happening> Texts(string field, params (double Minute, string Value)[] items) =>
        [.. items.Select(item => new Happening(item.Minute, item.Value, $"\"user\": \"ada\", \"{field}\": \"{item.Value}\""))];

    private static IReadOnlyList<Happening> Values(string type, params double[] values) =>
        [.. values.Select((value, place) => new Happening(3 * place + 3, Text(value), $$"""{ "metric_latency_{{type}}": { "value": {{Text(value)}} } }""", value))];

    private static Happening Share(int percent, int place) => new(
        3 * place + 3,
        $"{percent} %",
        $$"""{ "percentage_match_aggs": { "buckets": { "match_bucket": { "doc_count": {{percent}} }, "_other_": { "doc_count": {{100 - percent}} } } } }""",
        percent);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
