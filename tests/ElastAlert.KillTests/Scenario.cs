using System.Globalization;

namespace ElastAlert.KillTests;

/// <summary>Is some minutes of documents, some of them late, and rules of each kind of state: what is alerted follows from them alone.</summary>
/// <remarks>
/// Of the rules for which that is easy, it is said here without any engine. The clock stands still while a process is dead, and the names of the
/// rules are such that their place in the grid is the whole minute: so a run that is repeated after a kill has the moment of the first attempt, and
/// everything must be as if there had been no kill.
/// </remarks>
internal static class Scenario
{
    public static DateTimeOffset Start { get; } = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset End { get; } = Start.AddMinutes(24);

    /// <summary>Gets the rules: the name of the file, which is also that of the first channel, and the name of the rule.</summary>
    public static IReadOnlyDictionary<string, string> Rules { get; } = new Dictionary<string, string>
    {
        ["every"] = "every-10706",
        ["burst"] = "burst-37109",
        ["silenced"] = "silenced-1130",
        ["rising"] = "rising-71838",
        ["held"] = "held-46089",
        ["timed"] = "timed-7574",
        ["distinct"] = "distinct-1946",
        ["fresh"] = "fresh-11962",
    };

    /// <summary>Gets the rules whose matches do not depend on the moments of the runs.</summary>
    public static IReadOnlyList<string> Timeless { get; } = ["every", "every-b", "burst", "held", "timed", "fresh"];

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

    public static string Rule(string rule, string index) => rule switch
    {
        "every" => Rule(rule, index, "any", "error", "realert: {minutes: 0}") + Channel("every-b"),
        "burst" => Rule(rule, index, "frequency", "warning", "num_events: 3\ntimeframe: {minutes: 3}\nquery_key: user\nrealert: {minutes: 0}"),
        "silenced" => Rule(rule, index, "any", "info", "query_key: user\nrealert: {minutes: 5}"),
        "rising" => Rule(rule, index, "any", "notice", "realert: {minutes: 1}\nexponential_realert: {minutes: 8}"),
        "held" => Rule(rule, index, "any", "debug", "aggregation: {minutes: 4}\nrealert: {minutes: 0}"),
        "timed" => Rule(rule, index, "any", "audit", "aggregation: {schedule: '*/5 * * * *'}\naggregation_key: user\nrealert: {minutes: 0}"),
        "distinct" => Rule(rule, index, "cardinality", "login", "cardinality_field: user\nmax_cardinality: 2\ntimeframe: {minutes: 4}\nrealert: {minutes: 2}"),
        _ => Rule(rule, index, "new_term", "visit", "fields: [user]\nterms_window_size: {hours: 2}\nwindow_step_size: {hours: 1}\nrealert: {minutes: 0}"),
    };

    public static IEnumerable<string> Data() =>
    [
        .. Every(), .. Bursts("warning", "w", count: 4, minutes: 5, seconds: 7), .. Users(), .. Bursts("debug", "d", count: 3, minutes: 11, seconds: 3),
        .. Stream("notice", "r", seconds: 40, users: 1), .. Stream("audit", "t", seconds: 95, users: 2), .. Stream("login", "l", seconds: 55, users: 5),
        .. Visits(), .. Stream("trace", "n", seconds: 30, users: 1),
    ];

    /// <summary>Gets what is delivered through some channels, each alert as the ids of its matches.</summary>
    public static IReadOnlyDictionary<string, IEnumerable<string>> Expected { get; } = new Dictionary<string, IEnumerable<string>>
    {
        ["every"] = Enumerable.Range(0, 40).Select(number => $"e{number}"),
        ["every-b"] = Enumerable.Range(0, 40).Select(number => $"e{number}"),
        ["silenced"] = from round in Enumerable.Range(0, 3) from user in Enumerable.Range(0, 3) select $"i{round}-{user}-0",
        ["held"] = Enumerable.Range(0, 2).Select(burst => $"d{burst}-0,d{burst}-1,d{burst}-2"),
        ["fresh"] = Enumerable.Range(0, 7).Select(number => $"v{number}-0"),
    };

    private static string Rule(string name, string index, string type, string level, string options) =>
        $$"""
        name: {{Rules[name]}}
        type: {{type}}
        index: {{index}}
        filter:
        - query_string: {query: "level:{{level}}"}
        {{options}}
        alert:
        """ + Channel(name);

    private static string Channel(string name) =>
        $$"""

        - command:
            command: [/bin/sh, deliver.sh, {{name}}]
            pipe_match_json: true
            fail_on_non_zero_exit: true
        """;

    // Every fifth arrives some minutes late, still within the buffer time.
    private static IEnumerable<string> Every() => Enumerable.Range(0, 40).Select(number =>
        Document($"e{number}", Start.AddSeconds(20 + (number * 31)), number % 5 == 0 ? TimeSpan.FromMinutes(1 + (number % 7)) : TimeSpan.Zero, "error"));

    // One document of the third burst arrives when the others are some minutes old.
    private static IEnumerable<string> Bursts(string level, string prefix, int count, int minutes, int seconds) =>
        from burst in Enumerable.Range(0, count)
        from number in Enumerable.Range(0, 3)
        let late = level == "warning" && (burst, number) == (2, 1) ? TimeSpan.FromMinutes(3) : TimeSpan.Zero
        select Document($"{prefix}{burst}-{number}", Start.AddMinutes(1 + (burst * minutes)).AddSeconds(10 + (number * seconds)), late, level, $"user{burst % 2}");

    // The first of each round is alerted; the second falls into its silence, which is over before the next round.
    private static IEnumerable<string> Users() =>
        from round in Enumerable.Range(0, 3)
        from user in Enumerable.Range(0, 3)
        from number in Enumerable.Range(0, 2)
        select Document($"i{round}-{user}-{number}", Start.AddMinutes(1 + (round * 7) + number).AddSeconds(user * 5), TimeSpan.Zero, "info", $"user{user}");

    private static IEnumerable<string> Visits() =>
        from number in Enumerable.Range(0, 7)
        from again in Enumerable.Range(0, 2)
        select Document($"v{number}-{again}", Start.AddMinutes(2 + (number * 3) + (2 * again)).AddSeconds(15), TimeSpan.Zero, "visit", $"guest{number}");

    private static IEnumerable<string> Stream(string level, string prefix, int seconds, int users) =>
        Enumerable.Range(0, (int)(End - Start).TotalSeconds / seconds).Select(number =>
            Document($"{prefix}{number}", Start.AddSeconds(number * seconds), number % 7 == 3 ? TimeSpan.FromMinutes(2) : TimeSpan.Zero, level, $"user{number % users}"));

    private static string Document(string id, DateTimeOffset at, TimeSpan late, string level, string user = "nobody") => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id": "{{id}}", "arrives": "{{at + late:O}}", "document": {"@timestamp": "{{at:O}}", "level": "{{level}}", "user": "{{user}}"} }""");
}
