using System.Globalization;

namespace ElastAlert.KillTests;

/// <summary>Is half an hour of documents, four rules, and what must be alerted, said without any engine.</summary>
/// <remarks>Late documents and moments are chosen so that it does not matter by how many seconds a killed process delays a run.</remarks>
internal static class Scenario
{
    public static DateTimeOffset Start { get; } = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset End { get; } = Start.AddMinutes(30);

    public static string Configuration(Uri? server, string name) =>
        $$"""
        rules_folder: rules
        run_every: {minutes: 1}
        buffer_time: {minutes: 15}
        es_host: {{server?.Host ?? "localhost"}}
        es_port: {{server?.Port ?? 9200}}
        writeback_index: {{name}}
        alert_time_limit: {days: 2}
        """;

    public static IReadOnlyList<string> RuleNames { get; } = ["every", "burst", "silenced", "held"];

    public static string Rule(string rule, string index) => rule switch
    {
        "every" => Rule(rule, index, "any", "level:error", "realert: {minutes: 0}"),
        "burst" => Rule(rule, index, "frequency", "level:warning", "num_events: 3\ntimeframe: {minutes: 3}\nrealert: {minutes: 0}"),
        "silenced" => Rule(rule, index, "any", "level:info", "query_key: user\nrealert: {minutes: 5}"),
        _ => Rule(rule, index, "any", "level:debug", "aggregation: {minutes: 4}\nrealert: {minutes: 0}"),
    };

    public static IEnumerable<string> Data() =>
        [.. Every(), .. Bursts("warning", "w", minutes: 6, seconds: 7), .. Users(), .. Bursts("debug", "d", minutes: 11, seconds: 3), .. Noise()];

    /// <summary>Gets the alerts of a rule, each as the ids of its matches.</summary>
    public static IEnumerable<string> Expected(string rule) => rule switch
    {
        "every" => Enumerable.Range(0, 50).Select(number => $"e{number}"),
        "burst" => Enumerable.Range(0, 4).Select(burst => $"w{burst}-2"),
        "silenced" => from round in Enumerable.Range(0, 3) from user in Enumerable.Range(0, 3) select $"i{round}-{user}-0",
        _ => Enumerable.Range(0, 2).Select(burst => $"d{burst}-0,d{burst}-1,d{burst}-2"),
    };

    private static string Rule(string name, string index, string type, string query, string options) =>
        $$"""
        name: {{name}}
        type: {{type}}
        index: {{index}}
        filter:
        - query_string: {query: "{{query}}"}
        {{options}}
        alert:
        - command:
            command: [/bin/sh, deliver.sh, {{name}}]
            pipe_match_json: true
            fail_on_non_zero_exit: true
        """;

    // Every fifth arrives some minutes late, still within the buffer time.
    private static IEnumerable<string> Every() => Enumerable.Range(0, 50).Select(number =>
        Document($"e{number}", Start.AddSeconds(20 + (number * 25)), number % 5 == 0 ? TimeSpan.FromMinutes(2 + (number % 7)) : TimeSpan.Zero, "error"));

    private static IEnumerable<string> Bursts(string level, string prefix, int minutes, int seconds) =>
        from burst in Enumerable.Range(0, level == "debug" ? 2 : 4)
        from number in Enumerable.Range(0, 3)
        select Document($"{prefix}{burst}-{number}", Start.AddMinutes(1 + (burst * minutes)).AddSeconds(10 + (number * seconds)), TimeSpan.Zero, level);

    // The first of each round is alerted; the second falls into its silence, which is over before the next round.
    private static IEnumerable<string> Users() =>
        from round in Enumerable.Range(0, 3)
        from user in Enumerable.Range(0, 3)
        from number in Enumerable.Range(0, 2)
        select Document($"i{round}-{user}-{number}", Start.AddMinutes(1 + (round * 9) + number).AddSeconds(user * 5), TimeSpan.Zero, "info", $"user{user}");

    private static IEnumerable<string> Noise() => Enumerable.Range(0, 100).Select(number =>
        Document($"n{number}", Start.AddSeconds(number * 15), TimeSpan.Zero, "trace"));

    private static string Document(string id, DateTimeOffset at, TimeSpan late, string level, string user = "nobody") => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id": "{{id}}", "arrives": "{{at + late:O}}", "document": {"@timestamp": "{{at:O}}", "level": "{{level}}", "user": "{{user}}"} }""");
}
