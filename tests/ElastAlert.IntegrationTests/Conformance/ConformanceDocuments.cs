using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ElastAlert.IntegrationTests.Conformance;

/// <summary>Makes the documents that conformance requests search: two dynamically mapped logs, and one index with a mapping.</summary>
internal static class ConformanceDocuments
{
    public const string Mapping =
        """
        {"properties":{"kw":{"type":"keyword","ignore_above":5},"int":{"type":"integer"},"short":{"type":"short"},"byte":{"type":"byte"},
        "long":{"type":"long"},"dbl":{"type":"double"},"flt":{"type":"float"},"flag":{"type":"boolean"},
        "epoch_ms":{"type":"date","format":"epoch_millis"},"epoch_s":{"type":"date","format":"epoch_second"},
        "slash":{"type":"date","format":"yyyy/MM/dd HH-mm-ss"},"nanos":{"type":"date_nanos"},"iso":{"type":"date","format":"strict_date_optional_time"},
        "text":{"type":"text","fields":{"raw":{"type":"keyword"}}},"hidden":{"type":"object","enabled":false},
        "deep":{"properties":{"obj":{"properties":{"kw":{"type":"keyword"}}}}}}}
        """;

    private static readonly string[] Messages =
    [
        "error: connection timeout", "Connection refused by host web-5", "ok", "user@example.com logged in from 10.0.0.1", "path/to/file a:b 12:30",
        "foo.bar baz", "o'neil said 'hi'", "costs $100 or 1,000", "snake_case and kebab-case", "naïve été İstanbul", "日本 emoji 😀 done",
        "timeout error refused", "TIMEOUT ERROR", "<b>5</b> >=5", "multi value one", "error",
    ];

    private static readonly string[] Levels = ["info", "error", "warn", "ERROR", "debug"];
    private static readonly int[] Statuses = [200, 302, 404, 500, 503, 200];
    private static readonly string[] Users = ["bob", "eve o'neil", "cy"];

    /// <summary>Gets the lines of a bulk request.</summary>
    public static ReadOnlyMemory<byte> Bulk()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < 60; i++)
            Append(lines, i % 3 == 2 ? "conf-logs-2" : "conf-logs-1", $"l-{i:D3}", Log(i));
        for (var i = 0; i < 12; i++)
            Append(lines, "conf-mapped", $"m-{i}", Mapped(i));
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static void Append(StringBuilder lines, string index, string id, JsonObject document) => lines
        .Append(new JsonObject { ["index"] = new JsonObject { ["_index"] = index, ["_id"] = id } }.ToJsonString()).Append('\n')
        .Append(document.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        .Append('\n');

    private static JsonObject Log(int i)
    {
        var at = new DateTime(2026, 11, 1, 8, 0, 1, 498).AddSeconds((i * 47) + (i % 7)).AddMilliseconds(i * 13);
        var log = new JsonObject
        {
            ["@timestamp"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["seq"] = i,
            ["message"] = Messages[i % Messages.Length],
            ["level"] = Levels[i % 11 % Levels.Length],
            ["status"] = Statuses[i % Statuses.Length],
            ["host"] = new JsonObject { ["name"] = $"web-{1 + (i % 5)}" },
            ["ok"] = i % 4 != 0,
            ["day"] = i % 10 == 9 ? "2026/11/02" : "2026/11/01",
        };
        AddRare(log, i);
        return log;
    }

    private static void AddRare(JsonObject log, int i)
    {
        if (i % 3 != 1)
            log["latency"] = Math.Round(12.5 + (i % 13 * 7.6), 2);
        if (i % 4 != 3)
            log["user"] = new JsonObject { ["name"] = Users[i % 3], ["id"] = 20 + (i % 6) };
        if (i % 5 == 0)
            log["tags"] = new JsonArray([.. new[] { "a", "b", "c" }.Take(1 + (i % 3)).Select(tag => (JsonNode)tag)]);
        if (i % 6 == 0)
            log["labels.env"] = i % 12 == 0 ? "test" : "prod";
        if (i % 7 == 0)
            log["nums"] = new JsonArray(i % 5, 3, 9 - (i % 4));
        if (i % 8 == 0)
            log["multi"] = new JsonArray("one two", "three four");
        if (i % 9 == 0)
            log["empty"] = "";
        if (i % 15 == 0)
            log["long"] = new string('x', 300);
        if (i % 16 == 0)
            log["nul"] = null;
        if (i % 17 == 0)
            log["objs"] = new JsonArray(new JsonObject { ["x"] = i, ["y"] = "a" }, new JsonObject { ["x"] = i + 1 });
        if (i % 3 == 2 && i > 20)
            log["only2"] = i;
    }

    private static JsonObject Mapped(int i)
    {
        var seconds = 1_793_520_000L + (i * 30);
        var document = new JsonObject
        {
            ["kw"] = new[] { "abcde", "abcdef", "b", "" }[i % 4],
            ["int"] = i - 5,
            ["short"] = (i - 5) * 1000,
            ["byte"] = i == 0 ? -128 : i,
            ["long"] = i % 2 == 0 ? 9_007_199_254_740_993L + i : i,
            ["dbl"] = 0.1 * i,
            ["flt"] = 0.1 * i,
            ["flag"] = i % 3 == 0 ? "true" : i % 3 == 1 ? "" : false,
            ["epoch_ms"] = (seconds * 1000) + i,
            ["epoch_s"] = i % 2 == 0 ? seconds : seconds.ToString(CultureInfo.InvariantCulture),
            ["slash"] = DateTime.UnixEpoch.AddSeconds(seconds).ToString("yyyy/MM/dd HH-mm-ss", CultureInfo.InvariantCulture),
            ["nanos"] = DateTime.UnixEpoch.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + $".00000000{i % 10}Z",
            ["text"] = new[] { "Alpha beta", "beta gamma", "gamma" }[i % 3],
            ["hidden"] = new JsonObject { ["x"] = i % 2 == 0 ? 1 : "one" },
        };
        if (i % 4 == 1)
            document["iso"] = "2026-11-0" + (1 + (i % 5));
        if (i % 5 == 0)
            document["deep.obj"] = new JsonObject { ["kw"] = "k" };
        return document;
    }
}
